package dev.idem.admin.web;

import jakarta.inject.Inject;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;

/** The page of every error, for the API a problem as JSON. It says what is wrong in our own words and shows nothing of an exception. */
@WebServlet("/error")
public final class ErrorServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private static final Map<Integer, ErrorText> TEXTS = Map.ofEntries(
            Map.entry(400, new ErrorText("Bad request", "The address or the form is not one this console makes.")),
            Map.entry(401, new ErrorText("Not logged in", "Log in to go on. Nothing was executed.")),
            Map.entry(403, new ErrorText("Not allowed", "Nothing was executed.")),
            Map.entry(
                    404,
                    new ErrorText(
                            "Not found", "There is no such page or record. It may have expired and been deleted.")),
            Map.entry(405, new ErrorText("Not possible", "This address does not do that.")),
            Map.entry(409, new ErrorText("Not done", "The record does not allow it. Nothing was executed.")),
            Map.entry(
                    413,
                    new ErrorText("Too long", "The form is longer than this console takes. Nothing was executed.")),
            Map.entry(415, new ErrorText("Not readable", "This is not taken in that format. Nothing was executed.")),
            Map.entry(422, new ErrorText("Not complete", "Something has to be corrected. Nothing was executed.")),
            Map.entry(429, new ErrorText("Too many tries", "Wait a minute and try again.")),
            Map.entry(503, new ErrorText("No answer from the store", Problem.NOTHING_DONE)));

    private static final ErrorText UNEXPECTED =
            new ErrorText("Something went wrong", "The server's log says more. Nothing is shown here on purpose.");

    @Inject
    transient Frames frames;

    @Inject
    transient Templates templates;

    /** Created by the container. */
    @SuppressWarnings("NullAway.Init")
    public ErrorServlet() {}

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        int status = status(request);
        ErrorText text = TEXTS.getOrDefault(status, UNEXPECTED);
        String message = Problem.message(request);
        ErrorPage page = new ErrorPage(status, text.title(), message.isEmpty() ? text.message() : message);
        SecurityHeaders.set(response);
        response.setStatus(status);
        if (ApiPath.is(request)) {
            CallProblem problem = CallProblem.of(request, page);
            response.setContentType(CallProblem.MEDIA_TYPE);
            response.getWriter().write(problem.json());
            return;
        }
        Frame frame = frames.bare(request);
        String html = templates.render("web/error.html", frame.locale(), Map.of("frame", frame, "error", page));
        response.setContentType("text/html;charset=UTF-8");
        response.getWriter().write(html);
    }

    private static int status(HttpServletRequest request) {
        Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        return request.getDispatcherType() == DispatcherType.ERROR && status instanceof Integer code ? code : 404;
    }

    private record ErrorText(String title, String message) {}

    /** What the template shows. */
    public record ErrorPage(int status, String title, String message) {}
}
