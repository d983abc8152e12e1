using Xunit;

namespace Seaworthy.Tests.Reading.Code.Jvm;

public sealed class OtherFrameworksTests
{
    [Fact]
    public void Jakarta_rest_has_a_path_on_class_and_method()
    {
        var file = CodeFacts.Read(
            "src/main/java/Fights.java",
            """
            import jakarta.ws.rs.GET;
            import jakarta.ws.rs.Path;
            @Path("/api/fights")
            public class Fights {
                @GET public List<Fight> all() { return null; }
                @GET @Path("/{id}") @Produces(TEXT_PLAIN) public Uni<Fight> one(@PathParam("id") long id) { return null; }
                @Path("/sub") public Sub sub() { return null; }
            }
            @Path("/remote") @RegisterRestClient interface Remote { @GET String get(); }
            """
        );

        Assert.Equal(["Fights GET ''", "Fights GET '/{id}'", "Fights * '/sub' prefix"], file.Serves());
    }

    [Fact]
    public void Micronaut_has_uri_templates()
    {
        var file = CodeFacts.Read(
            "Offers.java",
            "import io.micronaut.http.annotation.*;\n@Controller(\"/offers\") class Offers { @Get(\"/{id}{?full}\") String one() { return \"\"; } @Post String add() { return \"\"; } }"
        );

        Assert.Equal(["Offers GET '/{id}'", "Offers POST ''"], file.Serves());
    }

    [Fact]
    public void Ktor_nests_routes_in_blocks()
    {
        var file = CodeFacts.Read(
            "src/main/kotlin/App.kt",
            """
            import io.ktor.server.engine.*
            import io.ktor.server.routing.*

            fun main() {
                embeddedServer(Netty, port = System.getenv("PORT")?.toInt() ?: 8080, host = "0.0.0.0") {
                    routing {
                        route("/api") {
                            get("/users") { call.respond(users) }
                            authenticate("jwt") { post("/users") { } }
                        }
                        get("/health") { call.respondText("OK") }
                    }
                }.start(wait = true)
            }
            """
        );

        Assert.Equal(["- GET ('/api'+'/'+'/users')", "- POST ('/api'+'/'+'/users')", "- GET '/health'"], file.Serves());
        Assert.Equal(["ktor '0.0.0.0' $PORT:'8080'"], file.Listens());
    }
}
