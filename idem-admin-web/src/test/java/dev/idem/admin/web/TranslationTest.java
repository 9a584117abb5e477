package dev.idem.admin.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TranslationTest {

    private static final Translation CHINESE = Translation.to(Locale.SIMPLIFIED_CHINESE);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Keys | 键",
                "running on node node-1 | 正在节点 node-1 上运行",
                "Show the 3 calls of Keys | 显示 Keys 的 3 个调用",
                "took 3 h 12 min | 耗时 3 小时 12 分",
                "Replay · orders.submit · Idem console | 重放 · orders.submit · Idem 控制台",
                "nobody has written this | nobody has written this"
            })
    void textsAreFoundWholeOrByWhatStandsAroundAValue(String english, String chinese) {
        assertThat(CHINESE.of(english)).isEqualTo(chinese);
        assertThat(Translation.to(Locale.ENGLISH).of(english)).isEqualTo(english);
    }

    @Test
    void spaceAroundATextStays() {
        assertThat(CHINESE.of("\n  Look\n   again ")).isEqualTo("\n  再看一次 ");
        assertThat(CHINESE.of("  \n")).isEqualTo("  \n");
    }

    @Test
    void dollarsAndBackslashesOfDataStay() {
        assertThat(CHINESE.of("running on node $1\\2")).isEqualTo("正在节点 $1\\2 上运行");
    }

    @Test
    void dataOfAPageIsLeftAloneAndTextsStayTexts() {
        String page = new Templates("")
                .render(
                        "web/error.html",
                        Locale.SIMPLIFIED_CHINESE,
                        Map.of(
                                "frame",
                                new Frame(
                                        "Keys",
                                        "viewer",
                                        "t",
                                        List.of(),
                                        "",
                                        "1.0",
                                        Theme.DARK,
                                        Locale.SIMPLIFIED_CHINESE,
                                        "now"),
                                "error",
                                new ErrorServlet.ErrorPage(404, "Not found", "running on node <b>&x</b>")));

        assertThat(page)
                .contains("<html lang=\"zh-CN\" data-theme=\"dark\"")
                .contains("<bdi>Keys</bdi>")
                .contains("未找到")
                .contains("正在节点 &lt;b&gt;&amp;x&lt;/b&gt; 上运行");
    }

    @Test
    void catalogueIsSound() throws IOException {
        String text = new String(
                Objects.requireNonNull(Translation.class.getResourceAsStream("zh.txt"))
                        .readAllBytes(),
                StandardCharsets.UTF_8);
        List<String> lines = Translation.lines(text);

        assertThat(lines.size() % 2).isZero();
        List<String> english = new ArrayList<>();
        for (int i = 0; i < lines.size(); i += 2) {
            english.add(lines.get(i));
            assertThat(holes(lines.get(i + 1)))
                    .as(lines.get(i))
                    .hasSameSizeAs(holes(lines.get(i).replace("{*}", "{}")));
        }
        assertThat(english).doesNotHaveDuplicates();
    }

    private static List<String> holes(String line) {
        return Pattern.compile("\\{[0-9]*}")
                .matcher(line)
                .results()
                .map(MatchResult::group)
                .toList();
    }
}
