package dev.idem.scenario.mistakes;

import dev.idem.IdempotentOperation;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.Suspended;
import jakarta.ws.rs.core.StreamingOutput;

/** A REST resource. */
@Path("wrong")
@RequestScoped
public class WrongResource {

    @POST
    @Path("streamed")
    @Reported(id = "IDEM-0037", text = "jakarta.ws.rs.core.StreamingOutput can be sent once")
    @IdempotentOperation
    public StreamingOutput streamed() {
        return output -> output.write(1);
    }

    @POST
    @Path("suspended")
    @Reported(id = "IDEM-0038", text = "an operation commits when the method returns, before what AsyncResponse sends")
    @IdempotentOperation
    public void suspended(@Suspended AsyncResponse response) {
        response.resume("done");
    }
}
