using Xunit;

namespace Seaworthy.Tests.Reading.Code.Php;

public sealed class PhpServerTests
{
    private const string Facade = "<?php\nuse Illuminate\\Support\\Facades\\Route;\n";

    [Theory]
    [InlineData("Route::get('/x', [A::class, 'b']);", "GET '/x'")]
    [InlineData("Route::get('x/{id?}', fn () => 1);", "GET '/x'|GET '/x/{id}'")]
    [InlineData("Route::match(['get', 'post'], '/x', 'A@b');", "GET '/x'|POST '/x'")]
    [InlineData("Route::view('/x', 'v');", "GET '/x'")]
    [InlineData("Route::any('/x/{rest}', 'A@b')->where('rest', '.*');", "* '/x' prefix")]
    [InlineData("Route::fallback(fn () => 1);", "* '' prefix")]
    [InlineData("Route::prefix('a')->middleware('m')->group(function () {\n Route::get('/x', 'A@b');\n});", "GET '/a/x'")]
    [InlineData("Route::group(['prefix' => 'a'], function () {\n Route::prefix('b')->get('x', 'A@b');\n});", "GET '/a/b/x'")]
    [InlineData("Route::prefix('a')->group(fn () => Route::prefix('b')->group(fn () => Route::post('', 'A@b')));", "POST '/a/b'")]
    [InlineData("Route::prefix($p)->get('/x', 'A@b');", "GET ('/'+@$p+'/'+'/x')")]
    [InlineData("Route::controller(A::class)->group(function () { Route::delete('/x', 'b'); });", "DELETE '/x'")]
    public void Laravel_declares_routes(string body, string expected) =>
        Assert.Equal(
            expected,
            string.Join('|', CodeFacts.Read("routes/web.php", Facade + body).Serves().Select(route => route["routes ".Length..]))
        );

    [Fact]
    public void A_resource_is_several_routes()
    {
        var served = CodeFacts.Read("routes/api.php", Facade + "Route::apiResource('photos.comments', C::class);").Serves();

        Assert.Contains("routes GET '/photos/{p}/comments'", served);
        Assert.Contains("routes DELETE '/photos/{p}/comments/{p}'", served);
        Assert.Contains("routes POST '/photos/{p}/comments'", served);
    }

    [Fact]
    public void Files_of_routes_are_mounted()
    {
        var start = CodeFacts.Read(
            "bootstrap/app.php",
            """
            <?php
            return Application::configure()->withRouting(
                web: [__DIR__.'/../routes/web.php', __DIR__.'/../routes/shop.php'],
                api: __DIR__.'/../routes/api.php',
                health: '/up',
                apiPrefix: 'v1',
                then: function () { Route::prefix('admin')->group(base_path('routes/admin.php')); },
            )->create();
            """
        );

        Assert.Equal(
            ["- < ~/routes/admin.php '/admin'", "- < ./../routes/web.php -", "- < ./../routes/shop.php -", "- < ./../routes/api.php '/v1'"],
            start.Hangs()
        );
        Assert.Equal(["- GET '/up'"], start.Serves());
        Assert.Equal(
            ["routes < ./auth.php '/a'", "routes < ~/routes/b.php -"],
            CodeFacts
                .Read(
                    "routes/web.php",
                    Facade + "Route::prefix('a')->group(function () { require __DIR__.'/auth.php'; });\nrequire base_path('routes/b.php');"
                )
                .Hangs()
        );
    }

    [Theory]
    [InlineData("Route::mailcoach('x');")]
    [InlineData("Wizard::routes();")]
    public void What_a_macro_declares_nobody_knows(string body) =>
        Assert.Contains(CodeFacts.Read("routes/web.php", Facade + body).Settings, setting => setting.Name == "php.openRoutes");

    [Fact]
    public void Another_class_of_the_name_is_none_of_Laravels() =>
        Assert.Empty(CodeFacts.Read("routes/web.php", "<?php\nuse think\\facade\\Route;\nRoute::get('x', 'A@b');").Routes);

    [Fact]
    public void Slim_declares_routes_on_the_application()
    {
        var file = CodeFacts.Read(
            "app/routes.php",
            """
            <?php
            return function (App $app) {
                $app->get('/', Home::class);
                $app->map(['GET', 'POST'], '/both', Both::class);
                $app->group('/users', function (Group $group) {
                    $group->get('[/{id:[0-9]+}]', ListUsers::class)->add(Auth::class);
                });
                $container->get('settings');
            };
            """
        );

        Assert.Equal(["- GET ''", "- * '/both'", "- GET '/users'", "- GET '/users/{p}'"], file.Serves());
    }

    [Fact]
    public void Symfony_has_attributes()
    {
        var file = CodeFacts.Read(
            "src/Controller/A.php",
            """
            <?php
            use Symfony\Component\Routing\Attribute\Route;
            #[Route('/api/users', name: 'users_')]
            final class UserController extends AbstractController
            {
                #[Route('', methods: ['GET'])]
                public function index(): Response {}

                #[Route(path: '/{id<\d+>}', methods: [Request::METHOD_PUT])]
                #[IsGranted('X')]
                public function put(int $id): Response {}
            }
            """
        );

        Assert.Equal("UserController '/api/users'", $"{file.Routers[0].Name} {CodeFacts.Text(file.Routers[0].Prefix)}");
        Assert.Equal(["UserController GET ''", "UserController PUT '/{id<\\d+>}'", "UserController PUT ''"], file.Serves());
    }

    [Fact]
    public void Requests_are_found_with_their_base()
    {
        var file = CodeFacts.Read(
            "app/Services/A.php",
            """
            <?php
            class A {
                public function __construct() { $this->client = new Client(['base_uri' => env('A1', 'http://b:80')]); }
                public function f($id) {
                    $this->client->request('POST', '/x');
                    $this->client->get("/y/{$id}");
                    Http::withToken('t')->baseUrl('http://c')->get('z');
                    Http::post(config('services.d.url').'/e');
                    file_get_contents('http://f/g');
                }
            }
            """
        );

        Assert.Equal(
            [
                "POST '/x' by $this.client",
                "GET ('/y/'+<$id is a parameter>) by $this.client",
                "GET ('http://c'+'/'+'z')",
                "POST (@config(services).d.url+'/e')",
                "* 'http://f/g'",
            ],
            file.Requests()
        );
        Assert.Contains("$this.client.baseURL = $A1:'http://b:80'", file.Names());
        Assert.Contains(file.Imports, import => import is { Module: "~/config/services.php", Local: "config(services)" });
    }
}
