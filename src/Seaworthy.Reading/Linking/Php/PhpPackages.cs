using Seaworthy.Model.Declared.Manifests;

namespace Seaworthy.Reading.Linking.Php;

/// <summary>Packages that an application of Laravel or Lumen requires: which declare no routes, and which declare them under a path of their own. Any other may declare whatever it likes.</summary>
/// <remarks>Source: the documentation of each package.</remarks>
internal static class PhpPackages
{
    private static readonly string[] WithoutRoutes =
    [
        "laravel/framework",
        "laravel/lumen-framework",
        "laravel/tinker",
        "laravel/octane",
        "laravel/scout",
        "laravel/socialite",
        "laravel/ui",
        "laravel/breeze",
        "laravel/prompts",
        "laravel/pail",
        "laravel/pennant",
        "laravel/reverb",
        "laravel/sail",
        "laravel/pint",
        "laravel/helpers",
        "laravel/slack-notification-channel",
        "illuminate/*",
        "guzzlehttp/*",
        "fruitcake/*",
        "fideloper/proxy",
        "predis/predis",
        "league/*",
        "spatie/laravel-permission",
        "spatie/laravel-query-builder",
        "spatie/laravel-activitylog",
        "spatie/laravel-medialibrary",
        "spatie/laravel-data",
        "spatie/laravel-sluggable",
        "spatie/laravel-translatable",
        "spatie/laravel-tags",
        "spatie/laravel-backup",
        "spatie/laravel-fractal",
        "intervention/*",
        "doctrine/*",
        "tymon/jwt-auth",
        "php-open-source-saver/jwt-auth",
        "firebase/php-jwt",
        "lcobucci/*",
        "inertiajs/inertia-laravel",
        "tightenco/*",
        "maatwebsite/excel",
        "barryvdh/laravel-dompdf",
        "barryvdh/laravel-snappy",
        "barryvdh/laravel-cors",
        "pusher/pusher-php-server",
        "stripe/stripe-php",
        "aws/*",
        "ramsey/*",
        "nesbot/carbon",
        "symfony/*",
        "monolog/monolog",
        "php-amqplib/php-amqplib",
        "vladimir-yuldashev/laravel-queue-rabbitmq",
        "mongodb/*",
        "jenssegers/*",
        "sentry/sentry-laravel",
        "sentry/sentry",
        "vlucas/phpdotenv",
        "twilio/sdk",
        "kreait/*",
        "openai-php/*",
        "spiral/*",
        "phpoffice/*",
        "psr/*",
        "brick/*",
        "moneyphp/*",
        "google/*",
        "pragmarx/google2fa*",
        "bacon/*",
        "simplesoftwareio/*",
        "endroid/*",
        "elasticsearch/elasticsearch",
        "meilisearch/meilisearch-php",
        "http-interop/*",
        "nyholm/*",
        "webmozart/*",
        "phpseclib/*",
        "ezyang/htmlpurifier",
        "flipbox/lumen-generator",
        "mercadopago/*",
        "paypal/*",
        "open-telemetry/*",
        "promphp/prometheus_client_php",
        "slim/*",
        "php-di/*",
    ];

    private static readonly Dictionary<string, string[]> WithRoutes = new(StringComparer.Ordinal)
    {
        ["laravel/sanctum"] = ["/sanctum/*"],
        ["laravel/passport"] = ["/oauth/*"],
        ["laravel/horizon"] = ["/horizon/*"],
        ["laravel/telescope"] = ["/telescope/*"],
        ["laravel/pulse"] = ["/pulse/*"],
        ["laravel/cashier"] = ["/stripe/*"],
        ["livewire/livewire"] = ["/livewire/*"],
        ["livewire/volt"] = [],
        ["livewire/flux"] = ["/flux/*"],
        ["barryvdh/laravel-debugbar"] = ["/_debugbar/*"],
        ["darkaonline/l5-swagger"] = ["/api/documentation/*", "/docs/*", "/api/oauth2-callback"],
        ["dedoc/scramble"] = ["/docs/*"],
        ["knuckleswtf/scribe"] = ["/docs/*"],
        ["opcodesio/log-viewer"] = ["/log-viewer/*"],
        ["beyondcode/laravel-websockets"] = ["/laravel-websockets/*", "/apps/*"],
        ["laravel/fortify"] =
        [
            "/login",
            "/logout",
            "/register",
            "/forgot-password",
            "/reset-password/*",
            "/email/*",
            "/user/*",
            "/two-factor-challenge",
        ],
    };

    /// <summary>The paths below which a package serves; null when nobody knows.</summary>
    public static IReadOnlyList<string>? Of(Dependency dependency) =>
        WithRoutes.TryGetValue(dependency.Name, out var paths) ? paths
        : Array.Exists(WithoutRoutes, name => Covers(name, dependency.Name)) ? []
        : null;

    private static bool Covers(string pattern, string name) =>
        pattern.EndsWith('*')
            ? name.StartsWith(pattern[..^1], StringComparison.OrdinalIgnoreCase)
            : string.Equals(pattern, name, StringComparison.OrdinalIgnoreCase);
}
