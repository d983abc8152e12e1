namespace Seaworthy.Model.Known;

/// <summary>Variables that the server of a framework reads by itself, wherever the framework is declared: no source of the repository names them.</summary>
/// <remarks>
/// Sources: SvelteKit, "Node servers", "Environment variables"; svelte-adapter-bun, README; Nitro, "Node.js runtime", "Environment Variables"; Nuxt, "Runtime config";
/// Next.js, next.config.js "output" and "Self-Hosting", CLI "next start"; Astro, "@astrojs/node" and "Configuring Astro"; React Router and Remix, "serve"; Fastify CLI, README;
/// Rails guides, "Configuring Rails Applications"; Puma, README; Sidekiq wiki, "Using Redis"; Laravel, "Configuration" and the framework's own config directory;
/// Symfony, "Configuring Symfony"; Leptos, "cargo-leptos, Environment variables"; Granian, README; Sanic, "Configuration"; Quart, "Configuration"; Gin, "gin.Mode" and "Run"; Beego, "Configuration".
/// </remarks>
public static class FrameworkVariables
{
    private static readonly string[] OfSvelte =
    [
        "HOST",
        "PORT",
        "SOCKET_PATH",
        "ORIGIN",
        "PROTOCOL_HEADER",
        "HOST_HEADER",
        "PORT_HEADER",
        "ADDRESS_HEADER",
        "XFF_DEPTH",
        "BODY_SIZE_LIMIT",
        "SHUTDOWN_TIMEOUT",
        "IDLE_TIMEOUT",
        "KEEP_ALIVE_TIMEOUT",
        "HEADERS_TIMEOUT",
        "LISTEN_PID",
        "LISTEN_FDS",
    ];

    private static readonly string[] OfNitro = ["HOST", "PORT", "NITRO_*", "NUXT_*"];

    private static readonly string[] OfServe = ["HOST", "PORT"];

    private static readonly Dictionary<string, string[]> ByPackage = new(StringComparer.OrdinalIgnoreCase)
    {
        ["@sveltejs/adapter-node"] = OfSvelte,
        ["svelte-adapter-bun"] = OfSvelte,
        ["nuxt"] = OfNitro,
        ["nitropack"] = OfNitro,
        ["nitro"] = OfNitro,
        ["@solidjs/start"] = OfNitro,
        ["@analogjs/platform"] = OfNitro,
        ["next"] =
        [
            "HOSTNAME",
            "PORT",
            "KEEP_ALIVE_TIMEOUT",
            "NEXT_TELEMETRY_DISABLED",
            "NEXT_SHARP_PATH",
            "NEXT_SERVER_ACTIONS_ENCRYPTION_KEY",
            "NEXT_MANUAL_SIG_HANDLE",
            "NEXT_DEPLOYMENT_ID",
            "NEXT_PRIVATE_*",
            "__NEXT_*",
        ],
        ["astro"] = ["HOST", "PORT", "ASTRO_KEY", "ASTRO_TELEMETRY_DISABLED"],
        ["@astrojs/node"] = ["HOST", "PORT", "SERVER_KEY_PATH", "SERVER_CERT_PATH", "ASTRO_NODE_AUTOSTART", "ASTRO_NODE_LOGGING"],
        ["@react-router/serve"] = OfServe,
        ["@remix-run/serve"] = OfServe,
        ["fastify-cli"] = ["PORT", "FASTIFY_*"],
        ["@strapi/strapi"] = ["HOST", "PORT", "STRAPI_*", "BROWSER"],
        ["rails"] =
        [
            "RAILS_*",
            "RACK_ENV",
            "PORT",
            "HOST",
            "BINDING",
            "PIDFILE",
            "SECRET_KEY_BASE",
            "SECRET_KEY_BASE_DUMMY",
            "WEB_CONCURRENCY",
            "DATABASE_URL",
            "CACHE_DATABASE_URL",
            "QUEUE_DATABASE_URL",
            "CABLE_DATABASE_URL",
        ],
        ["puma"] = ["PORT", "PUMA_*", "WEB_CONCURRENCY", "RAILS_MAX_THREADS", "RAILS_MIN_THREADS", "MAX_THREADS", "MIN_THREADS"],
        ["sidekiq"] = ["REDIS_URL", "REDIS_PROVIDER", "SIDEKIQ_*"],
        // From release 11 on an application may leave its configuration to that of the framework, which reads them.
        ["laravel/framework"] =
        [
            "APP_*",
            "AUTH_*",
            "AWS_*",
            "BCRYPT_ROUNDS",
            "BROADCAST_*",
            "CACHE_*",
            "DB_*",
            "FILESYSTEM_DISK",
            "HASH_*",
            "LARAVEL_*",
            "LOG_*",
            "MAIL_*",
            "MEMCACHED_*",
            "QUEUE_*",
            "REDIS_*",
            "SESSION_*",
            "VIEW_COMPILED_PATH",
        ],
        ["symfony/framework-bundle"] = ["APP_ENV", "APP_DEBUG", "APP_RUNTIME*", "SYMFONY_*", "SHELL_VERBOSITY", "TRUSTED_*"],
        ["leptos"] = ["LEPTOS_*"],
        ["granian"] = ["GRANIAN_*"],
        ["sanic"] = ["SANIC_*"],
        ["quart"] = ["QUART_*"],
        ["github.com/gin-gonic/gin"] = ["PORT", "GIN_MODE"],
        ["github.com/beego/beego/v2"] = ["BEEGO_*"],
    };

    /// <summary>A package that the manifest declares reads the variable.</summary>
    public static bool IsReadBy(string package, string variable) =>
        ByPackage.TryGetValue(package, out var names) && Array.Exists(names, name => Matches(variable, name));

    private static bool Matches(string variable, string name) =>
        name is [.. var start, '*'] ? variable.StartsWith(start, StringComparison.Ordinal) : variable == name;
}
