package dev.idem.admin.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ExportFormatTest {

    @Test
    @DisplayName("console check 17: no cell is a formula, and a number stays a number")
    void cellsAreHarmless() {
        for (String formula : List.of("=1+1", "+cmd", "-cmd", "@SUM(A1)", "\t=1", "\r=1", "-5+3", "--5")) {
            assertThat(ExportFormat.harmless(formula)).isEqualTo("'" + formula);
        }
        for (String text : List.of("-5", "+5", "-12.50", "5", "", "a=1", " =1")) {
            assertThat(ExportFormat.harmless(text)).isEqualTo(text);
        }
    }

    @Test
    void cellsAreQuotedWhereTheyMustBe() {
        StringWriter file = new StringWriter();
        ExportFormat.CSV.to(file, List.of("a", "b")).accept(fields("x,\"y\"\nz", "=1"));

        assertThat(file).hasToString("a,b\r\n\"x,\"\"y\"\"\nz\",'=1\r\n");
    }

    @Test
    void linesAreJson() {
        StringWriter file = new StringWriter();
        ExportFormat.JSONL.to(file, List.of("a", "b")).accept(fields("x\ny", ""));

        assertThat(file).hasToString("{\"a\":\"x\\ny\"}\n");
    }

    private static Map<String, String> fields(String a, String b) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("a", a);
        fields.put("b", b);
        return fields;
    }
}
