using Seaworthy.Model.Topology;
using Xunit;

namespace Seaworthy.Tests.Reading.Linking;

public sealed class PhpRoutesTests
{
    private const string Use = "<?php\nuse Illuminate\\Support\\Facades\\Route;\n";

    private static readonly (string, string) Laravel = ("composer.json", """{ "require": { "laravel/framework": "^12" } }""");

    private static readonly (string, string) Symfony = ("composer.json", """{ "require": { "symfony/framework-bundle": "^7" } }""");

    private static readonly (string, string) Controller = (
        "src/Controller/A.php",
        "<?php\nuse Symfony\\Component\\Routing\\Attribute\\Route;\n#[Route('/a')]\nclass A {\n #[Route('/b', methods: ['GET'])]\n public function b() {}\n}\n"
    );

    [Fact]
    public void The_provider_of_older_versions_puts_api_in_front()
    {
        var component = Component(
            Laravel,
            (
                "app/Providers/RouteServiceProvider.php",
                Use
                    + "class RouteServiceProvider { function boot() { $this->routes(function () {\n Route::prefix('api')->middleware('api')->group(base_path('routes/api.php'));\n Route::middleware('web')->group(base_path('routes/web.php'));\n }); } }"
            ),
            ("routes/api.php", Use + "Route::get('/orders/{order}', 'A@b');"),
            ("routes/web.php", Use + "Route::get('/', 'A@b');\nrequire __DIR__.'/auth.php';"),
            ("routes/auth.php", Use + "Route::post('login', 'A@b');")
        );

        Assert.Null(component.RoutesIncompleteBecause);
        Assert.Equal(["GET /api/orders/{}", "POST /login", "GET /"], component.Routes.Where(route => route.Method != "*").Select(Text));
    }

    [Theory]
    [InlineData("routes/tenant.php", "Route::get('/x', 'A@b');", "it is unknown what loads routes/tenant.php")]
    [InlineData("app/Providers/B.php", "Route::wizard('/x');", "the routes of app/Providers/B.php:3 are not followed")]
    [InlineData("bootstrap/cache.php", "Route::prefix(f())->get('/x', 'A@b');", "the path of bootstrap/cache.php:3 is computed")]
    public void What_may_serve_more_is_said(string path, string body, string because) =>
        Assert.Equal(
            because,
            Component(
                Laravel,
                ("bootstrap/app.php", "<?php return $app->withRouting(web: __DIR__.'/../routes/web.php');"),
                ("routes/web.php", Use + "Route::get('/', 'A@b');"),
                (path, Use + body)
            ).RoutesIncompleteBecause
        );

    [Fact]
    public void A_package_may_serve_more() =>
        Assert.Equal(
            "the package acme/pages may serve more routes",
            Component(
                ("composer.json", """{ "require": { "laravel/framework": "^12", "acme/pages": "^1" } }"""),
                ("app/Providers/A.php", Use + "Route::get('/', 'A@b');")
            ).RoutesIncompleteBecause
        );

    [Theory]
    [InlineData("controllers:\n  resource: ../src/Controller/\n  type: attribute\n", null)]
    [InlineData(
        "controllers:\n  resource: ../src/Controller/\n  type: attribute\n  prefix: /v1\n",
        "config/routes.yaml:1 adds a prefix to its controllers"
    )]
    [InlineData("admin:\n  resource: '@AdminBundle/routes.yaml'\n", "the file included in config/routes.yaml:1 was not read")]
    [InlineData("when@dev:\n  profiler:\n    resource: '@WebProfilerBundle/Resources/config/routing/wdt.xml'\n", null)]
    public void Symfony_takes_routes_in_by_configuration(string routes, string? because)
    {
        var component = Component(Symfony, Controller, ("config/routes.yaml", routes));

        Assert.Equal(because, component.RoutesIncompleteBecause);
        Assert.Contains("GET /a/b", component.Routes.Select(Text));
    }

    [Fact]
    public void Paths_of_the_configuration_files_of_public_and_of_nginx_are_served()
    {
        var paths = Component(
            Symfony,
            Controller,
            ("config/routes.yaml", "home:\n  path: /home\n  controller: App\\A::b\n"),
            ("public/ping.txt", "pong"),
            ("docker/nginx.conf", "server {\n  location = /alive { return 200; }\n  location / { try_files $uri /index.php; }\n}\n")
        )
            .Routes.Select(route => route.Path.Text)
            .ToList();

        Assert.Contains("/home", paths);
        Assert.Contains("/ping.txt", paths);
        Assert.Contains("/alive", paths);
        Assert.DoesNotContain("/{**}", paths);
    }

    private static string Text(ServedRoute route) => $"{route.Method} {route.Path}";

    private static Component Component(params (string Path, string Text)[] files) =>
        Assert.Single(Linked.Repository(files).Components, component => component.Root.Length == 0);
}
