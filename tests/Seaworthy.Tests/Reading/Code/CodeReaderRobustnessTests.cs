using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Source;
using Xunit;

namespace Seaworthy.Tests.Reading.Code;

public sealed class CodeReaderRobustnessTests
{
    private const string Script = """
        import { z } from 'zod'; const express = require('express'); const app = express();
        const { A = 1, B: b } = process.env; const c = axios.create({ baseURL: process.env.C || `http://${b}` });
        const schema = z.object({ DD: z.string().default('x') }); for (const n of ['EE']) if (!process.env[n]) throw new Error(n);
        app.use('/a', cors({ origin: ['x'] }), require('./r')); app.route('/b').get(h); fetch(`${c}/d`, { method: 'PUT' }); c.get('/e');
        @Controller('f') class F { @Get(':g') g() { return fs.readFileSync(path.join(__dirname, 'h')) } } app.listen({ port: 1, host: '2' });
        """;

    private const string Module = """
        import os, httpx
        from fastapi import FastAPI
        from pydantic_settings import BaseSettings
        class S(BaseSettings):
            a: str = Field("x", alias="A")
            class Config:
                env_prefix = "P_"
        app = FastAPI(); app.include_router(r, prefix=f"/{os.environ['B']}")
        @app.get("/x", tags=[1])
        async def f(q: int = 1):
            async with httpx.AsyncClient(base_url="u") as c: await c.get(f"/y/{q!r:>{w}}")
        urlpatterns = [path("a/", include([re_path(r"^(?P<x>\d+)$", v)]))]
        required = ["CC"]; missing = [n for n in required if not os.getenv(n)]
        if __name__ == "__main__": uvicorn.run(app, port=int(os.getenv("PORT", 80)))
        """;

    private const string Controller = """"
        package a.b; import org.springframework.web.bind.annotation.*; import static x.Y.Z;
        @RestController @RequestMapping(value = {"/a", B + "/c"}, method = RequestMethod.GET)
        public class C<T extends D> extends E<F> implements G, H {
            static final String B = """
                text "block" """; @Value("${x:${Y:z}}") private int port = Integer.parseInt(System.getenv("P"));
            @GetMapping("/{id}") public <K> Map<K, T> f(@PathVariable final String id) throws I { if (id == null) throw new I(String.format("%s/x", id)); return r.getForObject(b + "/c", K[].class); }
        }
        @FeignClient(name = "n") interface J { @PostMapping("/k") L m(); } record N(int o, String p) { }
        """";

    private const string Program = """"
        package a.b
        import io.ktor.server.routing.*
        class A(@Value("\${x:y}") private val x: String, val y: Int = 1) : B(y), C by z {
            companion object { const val D = "d$x/${x + "e"}" }
            val f = System.getenv("F") ?: """raw $x ${y}"""
            fun <T> g(a: T, b: (Int) -> Unit = {}): List<T> = h { i -> i!!.j(b) }
            @GetMapping("/k") suspend fun k() { routing { route("/l") { get("/m") { call.respond("n") } } } }
        }
        fun main() { embeddedServer(Netty, port = 80) { }.start() }
        """";

    private const string Page = """
        <h1><?= env('A', "b $c->d {$e['f']} ${g}") ?></h1><?php namespace H; use I\{J, K as L}; use function M\n; # o
        #[Route('/p', methods: ['GET']), Q] final class R extends S implements T { const U = 'v'; private ?W $x = null;
        #[Route(path: '/y/{z?}')] public static function aa(?BB $cc, int ...$dd): ?EE { if (!getenv('FF')) { throw new GG(<<<HH
          ii $jj
          HH); } return $this?->kk::class ?? $_ENV['LL'] ?: fn ($mm) => [...$nn, 'oo' => 1]; } }
        Route::prefix('pp')->group(function () use ($qq) { Route::match(['get'], '/rr/{ss?}', fn () => 1)->where('ss', '.*'); Route::resource('tt.uu', V::class); });
        Route::middleware('w')->group(base_path('routes/x.php')); require __DIR__.'/y.php'; $app->group('/z', function ($group) { $group->get('[/{id:[0-9]+}]', 'h'); });
        $this->client = new Client(['base_uri' => config('a.b.c')]); $this->client->request('GET', "/x/$y"); Http::baseUrl('u')->get('/v'); return ['a' => ['b' => (int) env('C')]];
        """;

    private const string Application = """
        import 'package:http/http.dart' as http; export "a.dart" show B; @immutable abstract class C<T> extends D<E> with F implements G {
          static const String url = String.fromEnvironment('A', defaultValue: "$b/${c['d']}e"); late final Map<String, int?> m = {}; C({this.x = 1, required super.key}) : y = 2, super(); factory C.z(int a) => C();
          final Dio _dio = Dio(BaseOptions(baseUrl: r'f\g')); String get h => dotenv.env['I'] ?? '''j $k'''; Future<void> l([int n = 0]) async { try { await dotenv.load(fileName: 'm'); } catch (_) { rethrow; } _dio..get('/n')..post(Uri.http('o', '/p')); } }
        void main() async => http.get(Uri.parse('$q/r')); enum S { t, u; } extension V on W { int operator ==(Object o) => 1; }
        """;

    [Theory]
    [InlineData("config/page.php", Page)]
    [InlineData("routes/page.php", Page)]
    [InlineData("src/main/java/C.java", Controller)]
    [InlineData("src/main/kotlin/A.kt", Program)]
    [InlineData("lib/main.dart", Application)]
    [InlineData("src/config.tsx", Script)]
    [InlineData("src/config.ts", Script)]
    [InlineData("app/config.py", Module)]
    public void Every_beginning_and_end_of_a_file_is_read(string path, string text)
    {
        for (var length = 0; length <= text.Length; length++)
        {
            CheckSpans(CodeFacts.Read(path, text[..length]));
            CheckSpans(CodeFacts.Read(path, text[length..]));
        }
    }

    [Fact]
    public void Minified_and_vendored_files_are_left_out()
    {
        Assert.DoesNotContain(Seaworthy.Reading.Readers.Code.CodeReaders.All, reader => reader.Accepts("node_modules/x/index.js"));
        Assert.DoesNotContain(Seaworthy.Reading.Readers.Code.CodeReaders.All, reader => reader.Accepts("public/app.min.js"));
        var reader = Seaworthy.Reading.Readers.Code.CodeReaders.All.Single(reader => reader.Accepts("public/app.js"));
        Assert.Null(reader.Read(new Seaworthy.Reading.Readers.FileSyntax(new SourceFile("public/app.js", new string('a', 6000)))));
    }

    private static void CheckSpans(CodeFile file)
    {
        foreach (var span in SpansOf(file))
        {
            Assert.InRange(span.Start, 0, file.File.Text.Length);
            Assert.InRange(span.End, span.Start, file.File.Text.Length);
        }
    }

    private static IEnumerable<SourceSpan> SpansOf(CodeFile file) =>
        [
            .. file.Imports.Select(import => import.Span),
            .. file.Constants.Select(constant => constant.Span),
            .. file.Constants.Select(constant => constant.Value.Span),
            .. file.EnvironmentReads.Select(read => read.Span),
            .. file.Listeners.Select(listener => listener.Span),
            .. file.Routers.Select(router => router.Span),
            .. file.Routes.Select(route => route.Span),
            .. file.Routes.Select(route => route.Path.Span),
            .. file.Mounts.Select(mount => mount.Span),
            .. file.Calls.Select(call => call.Span),
            .. file.OpenedPaths.Select(path => path.Span),
            .. file.Settings.Select(setting => setting.Span),
        ];
}
