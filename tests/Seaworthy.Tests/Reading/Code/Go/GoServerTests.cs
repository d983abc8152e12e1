using Xunit;

namespace Seaworthy.Tests.Reading.Code.Go;

public sealed class GoServerTests
{
    [Theory]
    [InlineData("http.ListenAndServe(\":8080\", nil)", ":8080", "net/http", "http")]
    [InlineData(
        "port := os.Getenv(\"PORT\")\nif port == \"\" {\n port = \"80\"\n}\nhttp.ListenAndServe(\":\"+port, r)",
        ":${PORT:-80}",
        "net/http",
        "http"
    )]
    [InlineData(
        "srv := &http.Server{\n Addr: fmt.Sprintf(\"%s:%d\", \"0.0.0.0\", 9000),\n}\nsrv.ListenAndServe()",
        "0.0.0.0:9000",
        "net/http",
        "http"
    )]
    [InlineData("http.ListenAndServe(\":9090\", promhttp.Handler())", ":9090", "net/http", "metrics")]
    [InlineData("lis, err := net.Listen(\"tcp\", \":50051\")", ":50051", "net", "tcp")]
    [InlineData("e := echo.New()\ne.Logger.Fatal(e.Start(\":1323\"))", ":1323", "echo", "http")]
    [InlineData("app := fiber.New()\nlog.Fatal(app.Listen(\":3000\"))", ":3000", "fiber", "http")]
    [InlineData("r := gin.Default()\nr.Run()", "${PORT:-8080}", "gin", "http")]
    public void A_program_listens(string body, string address, string framework, string protocol)
    {
        var listener = Assert.Single(
            GoReading
                .InMain(
                    body,
                    "net/http",
                    "os",
                    "fmt",
                    "github.com/gin-gonic/gin",
                    "github.com/labstack/echo/v4",
                    "github.com/gofiber/fiber/v2"
                )
                .Listeners
        );

        Assert.Equal((address, framework, protocol), (listener.Port.Show(), listener.Framework, listener.Protocol));
    }

    [Fact]
    public void A_function_listens_on_what_it_is_called_with()
    {
        var file = GoReading.Of(
            "package main\nimport \"net/http\"\nfunc serve(port string) error { return http.ListenAndServe(\":\"+port, nil) }\nfunc main() { serve(os.Getenv(\"PORT\")) }\n"
        );

        Assert.Equal(":${PORT:-}", Assert.Single(file.Listeners).Port.Show());
    }

    [Fact]
    public void Gin_groups_put_their_prefix_in_front()
    {
        var file = GoReading.InMain(
            "r := gin.Default()\nr.GET(\"/health\", health)\napi := r.Group(\"/api/v1\")\n{\n p := api.Group(\"\")\n p.Use(auth())\n p.POST(\"/wallets\", h.Create)\n}\nr.Static(\"/assets\", \"./public\")",
            "github.com/gin-gonic/gin"
        );

        Assert.Equal(
            [("r", "GET", "/health", false), ("p", "POST", "/wallets", false), ("r", "GET", "/assets", true)],
            file.Routes.Select(route => (route.Router, route.Method, route.Path.Show(), route.IsPrefix))
        );
        Assert.Equal(
            [("r", "api", "/api/v1"), ("api", "p", "")],
            file.Mounts.Select(mount => (mount.Parent, mount.Child, mount.Prefix.Show()))
        );
        Assert.True(file.Routers.Single(router => router.Name == "r").IsApplication);
    }

    [Fact]
    public void A_function_that_takes_a_router_is_mounted_by_its_caller()
    {
        var routes = GoReading.Of(
            "package routes\nimport \"github.com/gin-gonic/gin\"\nfunc Register(rg *gin.RouterGroup, h *Handler) {\n rg.GET(\"/x\", h.X)\n}\n"
        );
        var main = GoReading.InMain(
            "r := gin.New()\napi := r.Group(\"/api\")\nroutes.Register(api, h)",
            "github.com/gin-gonic/gin",
            "example.org/routes"
        );

        Assert.Equal(
            ("Register", "GET", "/x", "h.X"),
            (routes.Routes[0].Router, routes.Routes[0].Method, routes.Routes[0].Path.Show(), routes.Routes[0].Handler)
        );
        Assert.Contains(main.Mounts, mount => mount is { Parent: "api", Child: "routes.Register" });
    }

    [Fact]
    public void A_group_may_be_handed_on_at_once()
    {
        var file = GoReading.InMain("r := gin.New()\nroutes.Register(r.Group(\"/api\"), h)", "github.com/gin-gonic/gin");

        Assert.Equal(
            [("r", "r/api", "/api"), ("r/api", "routes.Register", "-")],
            file.Mounts.Select(mount => (mount.Parent, mount.Child, mount.Prefix.Show()))
        );
    }

    [Fact]
    public void The_standard_library_serves_patterns()
    {
        var file = GoReading.InMain(
            "mux := http.NewServeMux()\nmux.HandleFunc(\"GET /users/{id}\", u)\nmux.Handle(\"/static/\", fs)\nhttp.HandleFunc(\"/healthz\", h)\napi := http.NewServeMux()\nmux.Handle(\"/api/\", http.StripPrefix(\"/api\", api))",
            "net/http"
        );

        Assert.Equal(
            [("mux", "GET", "/users/{id}", false), ("mux", "*", "/static/", true), ("http", "*", "/healthz", false)],
            file.Routes.Select(route => (route.Router, route.Method, route.Path.Show(), route.IsPrefix))
        );
        Assert.Equal(("mux", "api", "/api"), (file.Mounts[0].Parent, file.Mounts[0].Child, file.Mounts[0].Prefix.Show()));
    }

    [Fact]
    public void Chi_closures_and_mounts_nest()
    {
        var file = GoReading.InMain(
            "r := chi.NewRouter()\nr.Route(\"/api\", func(r chi.Router) {\n r.Get(\"/x\", h)\n r.Mount(\"/admin\", adminRouter())\n})",
            "github.com/go-chi/chi/v5"
        );

        Assert.Equal(("r/api", "GET", "/x"), (file.Routes[0].Router, file.Routes[0].Method, file.Routes[0].Path.Show()));
        Assert.Equal(
            [("r", "r/api", "/api"), ("r/api", "adminRouter", "/admin")],
            file.Mounts.Select(mount => (mount.Parent, mount.Child, mount.Prefix.Show()))
        );
    }

    [Fact]
    public void Gorilla_names_methods_behind_the_route()
    {
        var file = GoReading.InMain(
            "r := mux.NewRouter()\ns := r.PathPrefix(\"/api\").Subrouter()\ns.HandleFunc(\"/x\", h).Methods(\"GET\", http.MethodPost)",
            "github.com/gorilla/mux",
            "net/http"
        );

        Assert.Equal(
            [("s", "GET", "/x"), ("s", "POST", "/x")],
            file.Routes.Select(route => (route.Router, route.Method, route.Path.Show()))
        );
        Assert.Equal(("r", "s", "/api"), (file.Mounts[0].Parent, file.Mounts[0].Child, file.Mounts[0].Prefix.Show()));
    }

    [Fact]
    public void Hertz_listens_where_it_is_told()
    {
        var file = GoReading.InMain(
            "h := server.Default(server.WithHostPorts(cfg.Port))\nv1 := h.Group(\"/api/v1\")\nv1.GET(\"/x\", x)",
            "github.com/cloudwego/hertz/pkg/app/server"
        );

        Assert.Equal(("<cfg.Port>", "hertz"), (file.Listeners[0].Port.Show(), file.Listeners[0].Framework));
        Assert.Equal(("v1", "GET", "/x"), (file.Routes[0].Router, file.Routes[0].Method, file.Routes[0].Path.Show()));
    }

    [Fact]
    public void Sending_requests_makes_no_router()
    {
        Assert.Empty(GoReading.InMain("http.Get(\"http://x/\")", "net/http").Routers);
    }

    [Fact]
    public void Requests_and_connections_keep_their_addresses()
    {
        var file = GoReading.InMain(
            "base := os.Getenv(\"USERS_URL\")\nreq, _ := http.NewRequest(http.MethodPost, base+\"/login\", body)\nresp, err := http.Get(\"http://orders:8080/x\")\nrdb := redis.NewClient(&redis.Options{Addr: \"redis:6379\"})\ndb, err := sql.Open(\"postgres\", os.Getenv(\"DB_URL\"))\ndb.AutoMigrate(&User{})",
            "net/http",
            "os"
        );

        Assert.Equal(
            [("POST", "${USERS_URL:-}/login"), ("GET", "http://orders:8080/x")],
            file.Calls.Select(call => (call.Method, call.Url.Show()))
        );
        Assert.Equal(
            [("database.address", "${DB_URL:-}"), ("redis.address", "redis:6379"), ("migrations.atStartup", "gorm")],
            file.Settings.Select(setting => (setting.Name, setting.Value.Show()))
        );
    }

    [Fact]
    public void Source_cut_off_anywhere_is_read_without_fail()
    {
        const string Text =
            "package main\nimport \"net/http\"\ntype C struct { P string `env:\"P\"` }\nfunc f(r *gin.Engine, k, d string) { v := os.Getenv(k); if v == \"\" { v = d }; r.Group(\"/a\").GET(\"/x\", func(c *gin.Context) {}) }\nfunc main() { s := &http.Server{Addr: \":\" + f(nil, \"A\", \"b\")}; http.Handle(\"GET /x/\", http.StripPrefix(\"/x\", s)) }";
        for (var length = 0; length <= Text.Length; length++)
        {
            var file = GoReading.Of(Text[..length]);
            Assert.All(file.EnvironmentReads, read => Assert.InRange(read.Span.End, 0, length));
        }
    }
}
