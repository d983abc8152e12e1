using Seaworthy.Model.Declared.Code;
using Xunit;

namespace Seaworthy.Tests.Reading.Formats.Code;

public sealed class OtherShapesTests
{
    [Fact]
    public void Rust_paths_are_dotted_and_macros_keep_their_mark()
    {
        var syntax = Parsed.From(
            Language.Rust,
            """
            use std::{env, io::{self, Read as R}};
            #[get("/health")]
            pub async fn health<'a>(db: web::Data<Pool>) -> impl Responder {
                let port = env::var("PORT").unwrap_or_else(|_| "80".to_string()).parse::<u16>()?;
                let addr = format!("{}:{}", 'h', r#"a "b""#);
                HttpServer::new(move || App::new()).bind(("0.0.0.0", port))?.run().await
            }
            """
        );

        Assert.Equal(["std env env", "std::io - io", "std::io Read R"], syntax.ImportTexts());
        Assert.Equal("get", Assert.Single(syntax.Functions[0].Decorators).Path);
        Assert.Contains("env.var(\"PORT\")", syntax.CallTexts());
        Assert.Contains("env.var…unwrap_or_else…parse()", syntax.CallTexts());
        Assert.Contains("format!(\"{}:{}\" | 'h' | r#\"a \"b\"\"#)", syntax.CallTexts());
        Assert.Contains("HttpServer.new…bind…run()", syntax.CallTexts());
    }

    [Fact]
    public void Rust_structs_keep_field_types_and_attributes()
    {
        var syntax = Parsed.From(
            Language.Rust,
            "pub struct C { #[serde(default = \"p\")] pub port: u16, map: HashMap<String, u32> }\nimpl T for C { fn x(&self) {} }"
        );

        Assert.Equal(
            ["port: u16", "map: HashMap<String, u32>"],
            syntax.Classes[0].Fields.Select(field => $"{field.Name}: {syntax.Text(field.Type)}")
        );
        Assert.Equal("default", syntax.Classes[0].Fields[0].Decorators[0].Arguments[0].Name);
        Assert.Equal("C", syntax.Functions[0].Owner);
        Assert.Equal(["T"], syntax.Classes[1].Bases);
    }

    [Fact]
    public void CSharp_members_carry_their_attributes()
    {
        var syntax = Parsed.From(
            Language.CSharp,
            """
            using Foo.Bar;
            [ApiController, Route("api/[controller]")]
            public sealed class UsersController(IFoo foo) : ControllerBase, IX<int>
            {
                public string Name { get; set; } = "x";
                [HttpGet("{id}")]
                [Authorize(Roles = "a")]
                public async Task<ActionResult<Dictionary<string, int>>> Get([FromRoute] int id, string q = "d") => Ok(await foo.Find<int>(id));
            }
            """
        );

        var users = Assert.Single(syntax.Classes);
        Assert.Equal(["ApiController", "Route"], users.Decorators.Select(decorator => decorator.Path));
        Assert.Equal(["ControllerBase", "IX"], users.Bases);
        Assert.Equal("Name", Assert.Single(users.Fields).Name);
        var get = Assert.Single(syntax.Functions);
        Assert.Equal(["HttpGet", "Authorize"], get.Decorators.Select(decorator => decorator.Path));
        Assert.Equal("Roles", get.Decorators[1].Arguments[0].Name);
        Assert.Equal(["id", "q"], get.Parameters.Select(parameter => parameter.Name));
        Assert.Equal(["Ok(await foo.Find<int>(id))", "foo.Find(id)"], syntax.CallTexts());
    }

    [Fact]
    public void CSharp_strings_of_all_kinds_hide_their_text()
    {
        var syntax = Parsed.From(
            Language.CSharp,
            "var a = @\"c:\\\" + $\"{b(1):x} \\\" }}\" + \"\"\"a \"q\" \"\"\" + $@\"\"\"{c(2)}\"; var d = config[\"Jwt:Key\"];"
        );

        Assert.Equal(["b(1)", "c(2)"], syntax.CallTexts());
        Assert.Equal("config", Assert.Single(syntax.Indexes).Path);
    }

    [Fact]
    public void Go_literals_methods_and_tags_are_kept()
    {
        var syntax = Parsed.From(
            Language.Go,
            """
            package main
            import (
                log "github.com/sirupsen/logrus"
                "github.com/labstack/echo/v4"
            )
            type Config struct {
                Port string `env:"PORT"`
            }
            const defaultPort = "8080"
            func (s *Server) Start(addr string) error {
                port, err := f(os.Getenv("PORT"))
                if port == "" { port = defaultPort }
                srv := &http.Server{Addr: ":" + port, Handler: r}
                return srv.ListenAndServe()
            }
            """
        );

        Assert.Equal(["github.com/sirupsen/logrus - log", "github.com/labstack/echo/v4 - echo"], syntax.ImportTexts());
        Assert.Equal("`env:\"PORT\"`", syntax.Text(syntax.Classes[0].Fields[0].Tag));
        Assert.Equal(("Start", "Server"), (syntax.Functions[0].Name, syntax.Functions[0].Owner));
        var server = Assert.Single(syntax.Objects);
        Assert.Equal("http.Server", server.Type);
        Assert.Equal(["Addr", "Handler"], syntax.Members(server.Value).Select(member => member.Name));
        Assert.Contains("port = f(os.Getenv(\"PORT\"))", syntax.AssignmentTexts());
        Assert.Contains("srv.Addr = \":\" + port", syntax.AssignmentTexts());
        Assert.Equal("port == \"\"", syntax.Text(Assert.Single(syntax.Conditions).Test));
    }
}
