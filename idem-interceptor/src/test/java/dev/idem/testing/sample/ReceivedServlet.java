package dev.idem.testing.sample;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Answers with the texts that came, joined by commas. */
@WebServlet("/received")
public class ReceivedServlet extends HttpServlet {

    @Inject
    private transient Received received;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.getWriter().print(String.join(",", received.texts()));
    }
}
