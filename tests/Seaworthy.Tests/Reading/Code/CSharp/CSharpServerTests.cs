using Seaworthy.Tests.Reading.Code.Go;
using Xunit;

namespace Seaworthy.Tests.Reading.Code.CSharp;

public sealed class CSharpServerTests
{
    [Theory]
    [InlineData("app.Run(\"http://0.0.0.0:5000\");", "http://0.0.0.0:5000", "-", "http")]
    [InlineData(
        "app.Run($\"http://0.0.0.0:{Environment.GetEnvironmentVariable(\"PORT\") ?? \"8080\"}\");",
        "http://0.0.0.0:${PORT:-8080}",
        "-",
        "http"
    )]
    [InlineData("builder.WebHost.UseUrls(\"http://*:5000\");", "http://*:5000", "-", "http")]
    [InlineData("app.Urls.Add(\"http://+:80\");", "http://+:80", "-", "http")]
    [InlineData("builder.WebHost.ConfigureKestrel(options => { options.ListenAnyIP(8080); });", "8080", "0.0.0.0", "http")]
    [InlineData(
        "builder.WebHost.ConfigureKestrel(options => options.Listen(IPAddress.Any, 5001, o => o.Protocols = HttpProtocols.Http2));",
        "5001",
        "0.0.0.0",
        "grpc"
    )]
    public void A_program_listens(string text, string port, string host, string protocol)
    {
        var listener = Assert.Single(
            CSharpReading.Of("var builder = WebApplication.CreateBuilder(args);\nvar app = builder.Build();\n" + text).Listeners
        );

        Assert.Equal((port, host, protocol), (listener.Port.Show(), listener.Host.Show(), listener.Protocol));
    }

    [Fact]
    public void A_program_without_addresses_opens_none_by_itself()
    {
        var file = CSharpReading.Of("var builder = WebApplication.CreateBuilder(args);\nvar app = builder.Build();\napp.Run();");

        Assert.Empty(file.Listeners);
        Assert.Contains(file.Settings, setting => setting.Name == "aspnet.host");
    }

    [Fact]
    public void Endpoints_hang_on_the_application_and_its_groups()
    {
        var file = CSharpReading.Of(
            "var app = builder.Build();\napp.MapGet(\"/\", () => \"hi\");\nvar api = app.MapGroup(\"/api/v1\").WithTags(\"x\");\napi.MapPost(\"/users\", Create);\napp.MapHealthChecks(\"/health\");\napp.MapHub<Chat>(\"/chat\");\napp.MapUserEndpoints();\napp.MapControllers();\n"
        );

        Assert.Equal(
            [("app", "GET", "/", false), ("api", "POST", "/users", false), ("app", "GET", "/health", false), ("app", "*", "/chat", true)],
            file.Routes.Select(route => (route.Router, route.Method, route.Path.Show(), route.IsPrefix))
        );
        Assert.Equal(
            [("app", "api", "/api/v1"), ("app", "MapUserEndpoints", "-")],
            file.Mounts.Select(mount => (mount.Parent, mount.Child, mount.Prefix.Show()))
        );
    }

    [Fact]
    public void An_extension_method_that_maps_is_a_router()
    {
        var file = CSharpReading.Of(
            "public static class Users { public static IEndpointRouteBuilder MapUserEndpoints(this IEndpointRouteBuilder app) { var group = app.MapGroup(\"/users\"); group.MapGet(\"/{id}\", Get); return app; } }"
        );

        Assert.Equal(
            ("MapUserEndpoints.group", "GET", "/{id}"),
            (file.Routes[0].Router, file.Routes[0].Method, file.Routes[0].Path.Show())
        );
        Assert.Equal(
            ("MapUserEndpoints", "MapUserEndpoints.group", "/users"),
            (file.Mounts[0].Parent, file.Mounts[0].Child, file.Mounts[0].Prefix.Show())
        );
    }

    [Fact]
    public void An_endpoint_found_by_reflection_is_served()
    {
        var file = CSharpReading.Of(
            "public class CreateBooking : IMinimalEndpoint { public IEndpointRouteBuilder MapEndpoint(IEndpointRouteBuilder builder) { builder.MapPost($\"{EndpointConfig.BaseApiPath}/booking\", X); return builder; } }"
        );

        Assert.Equal(
            ("CreateBooking.MapEndpoint", "<EndpointConfig.BaseApiPath>/booking"),
            (file.Routes[0].Router, file.Routes[0].Path.Show())
        );
        Assert.True(file.Routers[0].IsApplication);
    }

    [Fact]
    public void A_method_of_the_repository_that_is_used_may_map()
    {
        var file = CSharpReading.Of(
            "var app = builder.Build();\napp.UseRouting();\napp.UseInfrastructure();\napp.UseHealthChecks(\"/hc\");\n"
        );

        Assert.Equal([("app", "UseInfrastructure")], file.Mounts.Select(mount => (mount.Parent, mount.Child)));
        Assert.Equal("/hc", Assert.Single(file.Routes).Path.Show());
    }

    [Fact]
    public void Controllers_replace_tokens()
    {
        var file = CSharpReading.Of(
            """
            [ApiController]
            [Route("api/[controller]")]
            public class UsersController : ControllerBase
            {
                [HttpGet]
                public IActionResult List() => Ok();

                [HttpGet("{id:int}")]
                public IActionResult Get(int id) => Ok();

                [HttpPost, Route("[action]")]
                public IActionResult Import() => Ok();

                [HttpDelete("/admin/users/{id}")]
                public IActionResult Delete(int id) => Ok();
            }
            """,
            "Controllers/UsersController.cs"
        );

        Assert.Equal(("UsersController", "api/Users"), (file.Routers[0].Name, file.Routers[0].Prefix.Show()));
        Assert.Equal(
            [
                ("UsersController", "GET", ""),
                ("UsersController", "GET", "{id:int}"),
                ("UsersController", "POST", "Import"),
                (null, "DELETE", "/admin/users/{id}"),
            ],
            file.Routes.Select(route => (route.Router, route.Method, route.Path.Show()))
        );
    }

    [Fact]
    public void Requests_connections_and_migrations_are_seen()
    {
        var file = CSharpReading.Of(
            """
            var builder = WebApplication.CreateBuilder(args);
            builder.Services.AddHttpClient<Users>(client => client.BaseAddress = new Uri(builder.Configuration["Users:Url"]));
            builder.Services.AddDbContext<Db>(o => o.UseNpgsql(builder.Configuration.GetConnectionString("Default")));
            builder.Services.AddCors(o => o.AddDefaultPolicy(p => p.WithOrigins("https://a", "https://b")));
            var redis = ConnectionMultiplexer.Connect("redis:6379");
            var users = await httpClient.GetFromJsonAsync<User[]>("http://users/api/users");
            await _client.PostAsJsonAsync($"/orders/{id}", order);
            db.Database.Migrate();
            """
        );

        Assert.Equal(
            [("GET", "http://users/api/users"), ("POST", "/orders/<id>")],
            file.Calls.Select(call => (call.Method, call.Url.Show()))
        );
        Assert.Equal(
            [
                ("aspnet.host", "CreateBuilder"),
                ("cors.origins", "https://a"),
                ("cors.origins", "https://b"),
                ("database.address", "$ConnectionStrings__Default"),
                ("http.baseAddress", "$Users__Url"),
                ("migrations.atStartup", "entity-framework"),
                ("redis.address", "redis:6379"),
            ],
            file.Settings.Select(setting => (setting.Name, setting.Value.Show())).Order()
        );
    }

    [Fact]
    public void Source_cut_off_anywhere_is_read_without_fail()
    {
        const string Text =
            "var b = WebApplication.CreateBuilder(args); var x = b.Configuration.GetSection(\"A\").GetValue<int>(\"B\", 1) ?? throw new E(); var g = app.MapGroup(\"/x\").RequireAuthorization(); g.MapGet($\"/{nameof(X)}\", async (int i) => { }); c.BaseAddress = new Uri(o.Value.Url); [Route(\"a/[controller]\")] public class AController : B { [HttpGet(\"x\")] public int F() => 1; }";
        for (var length = 0; length <= Text.Length; length++)
        {
            var file = CSharpReading.Of(Text[..length]);
            Assert.All(file.EnvironmentReads, read => Assert.InRange(read.Span.End, 0, length));
        }
    }
}
