using Seaworthy.Tests.Reading.Code.Go;
using Xunit;

namespace Seaworthy.Tests.Reading.Code.Rust;

public sealed class RustServerTests
{
    [Theory]
    [InlineData(
        "use actix_web::App;",
        "HttpServer::new(|| App::new()).bind((\"0.0.0.0\", 8080))?.run().await",
        "8080",
        "0.0.0.0",
        "actix-web"
    )]
    [InlineData(
        "use actix_web::App;",
        "HttpServer::new(move || App::new().wrap(x)).workers(2).bind(\"127.0.0.1:2000\")?.run().await",
        "127.0.0.1:2000",
        "-",
        "actix-web"
    )]
    [InlineData(
        "use actix_web::App;",
        "let port: u16 = env::var(\"PORT\").unwrap_or(\"80\".to_string()).parse().unwrap();\nlet addr = format!(\"0.0.0.0:{}\", port);\nHttpServer::new(|| App::new()).bind(&addr)?.run().await",
        "0.0.0.0:${PORT:-80}",
        "-",
        "actix-web"
    )]
    [InlineData(
        "use actix_web::App;",
        "let config = Config::from_env()?;\nHttpServer::new(|| App::new()).bind((config.host.as_str(), config.port))?.run().await",
        "<Config.port>",
        "<Config.host>",
        "actix-web"
    )]
    [InlineData("use axum::Router;", "let listener = tokio::net::TcpListener::bind(\"0.0.0.0:3000\").await?;", "0.0.0.0:3000", "-", "axum")]
    [InlineData(
        "use axum::Router;",
        "let port = 4000;\nlet addr = SocketAddr::from(([0, 0, 0, 0], port));\naxum::Server::bind(&addr).serve(app.into_make_service()).await",
        "0.0.0.0:4000",
        "-",
        "axum"
    )]
    [InlineData(
        "use axum::Router;",
        "let port = 4000;\nlet listener = TcpListener::bind(format!(\"[::]:{port}\")).await?;",
        "[::]:4000",
        "-",
        "axum"
    )]
    [InlineData("use warp::Filter;", "warp::serve(routes).run(([127, 0, 0, 1], 3030)).await;", "3030", "127.0.0.1", "warp")]
    public void A_program_listens(string uses, string body, string port, string host, string framework)
    {
        var listener = Assert.Single(RustReading.InMain(body, uses).Listeners);

        Assert.Equal((port, host, framework), (listener.Port.Show(), listener.Host.Show(), listener.Framework));
    }

    [Fact]
    public void Actix_chains_put_scopes_in_front()
    {
        var file = RustReading.InMain(
            """
            HttpServer::new(move || {
                App::new()
                    .wrap(Logger::default())
                    .service(
                        web::scope("/api")
                            .route("/auth/login", web::post().to(handlers::login))
                            .service(web::resource("/users/{id}").route(web::get().to(u)))
                    )
                    .service(index)
                    .configure(routes::configure)
                    .service(Files::new("/static", "./public"))
            })
            """,
            "use actix_web::{web, App, HttpServer};"
        );

        Assert.Equal(
            [("scope(/api)", "POST", "/auth/login"), ("resource(/users/{id})", "GET", ""), ("App", "GET", "/static")],
            file.Routes.Select(route => (route.Router, route.Method, route.Path.Show()))
        );
        Assert.Equal(
            [("App", "scope(/api)"), ("scope(/api)", "resource(/users/{id})"), ("App", "index"), ("App", "routes.configure")],
            file.Mounts.Select(mount => (mount.Parent, mount.Child))
        );
        Assert.Equal(
            [("App", "-", true), ("scope(/api)", "/api", false), ("resource(/users/{id})", "/users/{id}", false)],
            file.Routers.Select(router => (router.Name, router.Prefix.Show(), router.IsApplication))
        );
    }

    [Fact]
    public void A_function_that_configures_is_a_router()
    {
        var file = RustReading.Of(
            "use actix_web::web;\npub fn configure(cfg: &mut web::ServiceConfig) {\n cfg.service(web::scope(\"/users\").route(\"\", web::get().to(list)))\n    .route(\"/health\", web::get().to(health));\n}\n#[get(\"/x\")]\nasync fn x() -> impl Responder { \"\" }\n",
            "src/routes.rs"
        );

        Assert.Equal(
            [("x", "GET", "/x"), ("configure", "GET", "/health"), ("scope(/users)", "GET", "")],
            file.Routes.Select(route => (route.Router, route.Method, route.Path.Show()))
                .OrderByDescending(route => route.Item3)
                .ThenBy(route => route.Router)
        );
        Assert.Contains(file.Mounts, mount => mount is { Parent: "configure", Child: "scope(/users)" });
    }

    [Fact]
    public void Axum_routers_nest_and_merge()
    {
        var file = RustReading.InMain(
            """
            let api = Router::new().route("/users", get(list).post(create)).route("/users/:id", axum::routing::delete(remove));
            let app = Router::new()
                .route("/health", get(|| async { "ok" }))
                .nest("/api", api)
                .merge(routes::admin::router())
                .nest_service("/static", ServeDir::new("public"));
            let app = app.layer(cors);
            let listener = TcpListener::bind("0.0.0.0:3000").await.unwrap();
            axum::serve(listener, app).await.unwrap();
            """,
            "use axum::{Router, routing::get};"
        );

        Assert.Equal(
            [
                ("api", "GET", "/users", "list"),
                ("api", "POST", "/users", "create"),
                ("api", "DELETE", "/users/:id", "remove"),
                ("app", "GET", "/health", null),
                ("app", "*", "/static", null),
            ],
            file.Routes.Select(route => (route.Router, route.Method, route.Path.Show(), route.Handler))
        );
        Assert.Equal(
            [("app", "api", "/api"), ("app", "routes.admin.router", "-")],
            file.Mounts.Select(mount => (mount.Parent, mount.Child, mount.Prefix.Show()))
        );
    }

    [Fact]
    public void A_function_that_gives_back_a_router_names_it()
    {
        var made = RustReading.Of(
            "use axum::Router;\npub fn create_app(state: S) -> Router {\n let api = Router::new().route(\"/x\", get(x));\n Router::new().nest(\"/api\", api).with_state(state)\n}\n",
            "src/app.rs"
        );
        var main = RustReading.InMain("let app = create_app(state);\naxum::serve(listener, app).await?;", "use axum::Router;");

        Assert.Equal(("create_app", "create_app.api", "/api"), (made.Mounts[0].Parent, made.Mounts[0].Child, made.Mounts[0].Prefix.Show()));
        Assert.Equal(("serve", "create_app"), (main.Mounts[0].Parent, main.Mounts[0].Child));
    }

    [Fact]
    public void Rocket_mounts_handlers()
    {
        var file = RustReading.Of(
            "#[macro_use] extern crate rocket;\nuse rocket::State;\n#[get(\"/users/<id>\")]\nfn user(id: u8) {}\n#[launch]\nfn rocket() -> _ {\n rocket::build().mount(\"/api\", routes![user, admin::list])\n}\n"
        );

        Assert.Equal(("user", "GET", "/users/<id>"), (file.Routes[0].Router, file.Routes[0].Method, file.Routes[0].Path.Show()));
        Assert.Equal(
            [("rocket", "user", "/api"), ("rocket", "admin.list", "/api")],
            file.Mounts.Select(mount => (mount.Parent, mount.Child, mount.Prefix.Show()))
        );
    }

    [Fact]
    public void Requests_connections_and_migrations_are_seen()
    {
        var file = RustReading.InMain(
            "let url = env::var(\"DATABASE_URL\").expect(\"x\");\nlet pool = PgPoolOptions::new().max_connections(5).connect(&url).await?;\nsqlx::migrate!(\"./db\").run(&pool).await?;\nlet client = reqwest::Client::new();\nlet r = client.post(format!(\"{}/login\", base)).send().await?;\nlet r = reqwest::get(\"http://users:80/x\").await?;",
            "use reqwest::Client;"
        );

        Assert.Equal(
            [("database.address", "$DATABASE_URL"), ("migrations.source", "./db"), ("migrations.atStartup", "sqlx")],
            file.Settings.Select(setting => (setting.Name, setting.Value.Show()))
        );
        Assert.Equal([("POST", "<base>/login"), ("GET", "http://users:80/x")], file.Calls.Select(call => (call.Method, call.Url.Show())));
    }

    [Fact]
    public void Source_cut_off_anywhere_is_read_without_fail()
    {
        const string Text =
            "use actix_web::{web, App}; use axum::Router; #[cfg(test)] mod t { } struct C { #[arg(env = \"P\", default_value = \"1\")] p: u16 } fn f(cfg: &mut web::ServiceConfig) { cfg.service(web::scope(\"/a\").route(\"/b\", web::get().to(h))); } fn main() { let p = env::var(\"A\").unwrap_or_else(|_| { \"d\".into() }).parse::<u16>()?; HttpServer::new(|| App::new().configure(f)).bind((\"h\", p)).await; Router::new().nest(\"/x\", r).route(\"/y\", get(h)); format!(\"{}:{p}{{}}\", a); }";
        for (var length = 0; length <= Text.Length; length++)
        {
            var file = RustReading.Of(Text[..length]);
            Assert.All(file.EnvironmentReads, read => Assert.InRange(read.Span.End, 0, length));
        }
    }
}
