using Seaworthy.Model.Source;
using Seaworthy.Reading.Readers;
using Seaworthy.Reading.Readers.Code;
using Xunit;

namespace Seaworthy.Fuzz.Code;

/// <summary>Source that repeats one pattern thousands of times is read in time in proportion.</summary>
[Collection(nameof(Measured))]
public sealed class CodeReadersTests
{
    [Theory]
    [InlineData("main.go", "x := os.Getenv(\"A\")\n")]
    [InlineData("main.go", "func f(r *gin.Engine) { if x := os.Getenv(\"A\"); x == \"\" { x = \"d\" } }\n")]
    [InlineData("main.go", "r.GET(\"/x\", h)\nr = r.Group(\"/a\")\n")]
    [InlineData("main.go", "r := gin.New()\ng := r.Group(\"/a\")\nroutes.F(g)\n")]
    [InlineData("main.go", "c := &Config{A: &B{ C: getEnv(\"A\", c.A),\n")]
    [InlineData("main.go", "func serve(p string) { http.ListenAndServe(\":\"+p, nil) }\nfunc m() { serve(q) }\n")]
    [InlineData("main.go", "port = port + os.Getenv(\"A\")\nif port == \"\" { port = \"1\" }\nhttp.ListenAndServe(port, nil)\n")]
    [InlineData("src/main.rs", "let x = env::var(\"A\").unwrap_or_else(|_| { panic!() }).parse::<u16>()?;\n")]
    [InlineData("src/main.rs", "fn f() { if a { let x = env::var(\"A\").expect(\"b\"); } }\n")]
    [InlineData("src/main.rs", "use axum::Router; let app = Router::new().route(\"/x\", get(h)).nest(\"/y\", app);\n")]
    [InlineData("src/main.rs", "use actix_web::web; App::new().service(web::scope(\"/a\").route(\"/b\", web::get().to(h)).service(\n")]
    [InlineData("src/main.rs", "let a = format!(\"{}{a}{{\", a, b);\nHttpServer::new(x).bind(&a);\n")]
    [InlineData("src/main.rs", "#[cfg(test)] mod a { fn x() { env::var(\"A\"); } }\n")]
    [InlineData("Program.cs", "var x = configuration[\"A:B\"] ?? throw new E();\n")]
    [InlineData("Program.cs", "class A : B { void F(IEndpointRouteBuilder app) { var g = app.MapGroup(\"/x\"); g.MapGet(\"/y\", h); } }\n")]
    [InlineData("Program.cs", "[Route(\"a/[controller]\")] public class AController : B { [HttpGet(\"x\")] public int F() => 1; }\n")]
    [InlineData("Program.cs", "c.BaseAddress = new Uri(o.Url); var o = s.GetOptions<X>(\"Y\");\n")]
    [InlineData("Program.cs", "app.MapGroup(\"/x\").MapGet(\"/y\", h).MapGet(\"/z\", h);\n")]
    [InlineData("App.java", "@Value(\"${a:b}\") String x = System.getenv(\"A\");\n")]
    [InlineData(
        "App.java",
        "@RestController @RequestMapping(\"/a\") class A extends B<C> { @GetMapping({\"/b\", \"/c\"}) D<E> f(@X G g) { } }\n"
    )]
    [InlineData("App.java", "this.a = b.baseUrl(\"c\").build(); a.get().uri(\"/d\" + e).retrieve();\n")]
    [InlineData("App.kt", "val x = System.getenv(\"A\") ?: \"$b ${c}\"\nfun f(a: B): C = d(x)\n")]
    [InlineData("App.kt", "import io.ktor.server.routing.*\nroute(\"/a\") { get(\"/b\") { }\n")]
    [InlineData("App.kt", "@RestController class A(val b: C) : D() { @GetMapping(\"/e\") fun f() = g }\n")]
    [InlineData("config/app.php", "<?php return ['a' => ['b' => env('A', \"c $d\")]];\n")]
    [InlineData("config/app.php", "<?php $x = getenv('A'); if (!$x) { throw new E('<<<F'); } ?> \"<?= $_ENV['B'] ?>\n")]
    [InlineData("config/app.php", "<?php $a = <<<EOT\n$b\n")]
    [InlineData("routes/web.php", "<?php Route::prefix('a')->group(function () { Route::get('/b/{c?}', D::class);\n")]
    [InlineData("routes/web.php", "<?php Route::get('/b', fn () => 1)->where('c', '.*');\n")]
    [InlineData("app/routes.php", "<?php $app->group('/x', function ($group) { $group->get('/y[/{z}]', 'h'); });\n")]
    [InlineData(
        "src/A.php",
        "<?php use Symfony\\Component\\Routing\\Attribute\\Route; #[Route('/x')] class A { #[Route('/y/{z}')] public function f() {} }\n"
    )]
    [InlineData("src/A.php", "<?php $this->client = new Client(['base_uri' => config('a.b')]); $this->client->get(\"/x/{$y}\");\n")]
    [InlineData("src/config.ts", "const a = require('b');\n")]
    [InlineData("src/config.js", "app.use('/a', b);\nconst app = express();\n")]
    [InlineData("src/config.js", "const a = process.env.A || 'x';\nif (!a) throw 1;\n")]
    [InlineData("src/config.ts", "@Controller('a') class A { @Get('b') c() {} }\n")]
    [InlineData("src/config.js", "const a = axios.create({ baseURL: b });\na.get('/c');\n")]
    [InlineData("app/config.py", "from decouple import config\na = config('AB')\n")]
    [InlineData("app/config.py", "@app.get('/a')\ndef f():\n    return os.environ['A']\n")]
    [InlineData("app/config.py", "class S(BaseSettings):\n    a: str = 'b'\n")]
    public void Repetition_is_read_in_time(string path, string unit) => Growth.OfRepetition(unit, 4_000, text => Read(path, text));

    [Fact]
    public void A_long_chain_of_operators_is_given_up_in_time() =>
        Growth.OfRepetition("a ?\nb : ", 20_000, text => Read("config.js", text), head: "module.exports.x = ", tail: "c");

    private static void Read(string path, string text)
    {
        FileSyntax file = new(new SourceFile(path, text));
        foreach (var reader in CodeReaders.All.Where(reader => reader.Accepts(path)))
        {
            reader.Read(file);
        }
    }
}
