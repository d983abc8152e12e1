using System.Collections.Frozen;

namespace Seaworthy.Model.Known;

/// <summary>Variables that systems, runtimes, frameworks and libraries set or read by themselves: no source has to name them, and nobody has to supply them.</summary>
/// <remarks>Sources: the documentation of each product; POSIX, "Environment Variables"; libpq, "Environment Variables"; AWS SDKs, "Environment variables"; OpenTelemetry, "SDK configuration".</remarks>
public static class AmbientVariables
{
    // What a container or a process has without anybody's doing. A library's own variable is not among them: code that ends without it needs it given.
    private static readonly FrozenSet<string> Present = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        (
            "PATH HOME USER USERNAME SSH_AUTH_SOCK USERPROFILE APPDATA LOCALAPPDATA PROGRAMDATA ProgramFiles SystemRoot SHELL TERM LANG LANGUAGE TZ PWD HOSTNAME TMPDIR TEMP TMP EDITOR DISPLAY CI "
            + "NODE_ENV NODE_VERSION PYTHON_VERSION VIRTUAL_ENV OUT_DIR TARGET HOST_TARGET NUM_JOBS OPT_LEVEL PROFILE RUSTC RUSTDOC GOPATH GOOS GOARCH DJANGO_SETTINGS_MODULE "
            // What a web server tells a script of each request. Source: RFC 3875, section 4.1; PHP manual, "$_SERVER".
            + "REQUEST_METHOD QUERY_STRING CONTENT_TYPE CONTENT_LENGTH REMOTE_ADDR REMOTE_HOST REMOTE_PORT REMOTE_USER SCRIPT_NAME SCRIPT_FILENAME PATH_INFO PATH_TRANSLATED "
            + "GATEWAY_INTERFACE REQUEST_URI REQUEST_SCHEME REQUEST_TIME REQUEST_TIME_FLOAT DOCUMENT_ROOT PHP_SELF PHP_AUTH_USER PHP_AUTH_PW HTTPS SERVER_PROTOCOL SERVER_SOFTWARE SERVER_ADDR "
            + "HTTP_HOST HTTP_USER_AGENT HTTP_ACCEPT HTTP_ACCEPT_LANGUAGE HTTP_ACCEPT_ENCODING HTTP_REFERER HTTP_ORIGIN HTTP_COOKIE HTTP_AUTHORIZATION HTTP_X_FORWARDED_FOR "
            + "HTTP_X_FORWARDED_PROTO HTTP_X_FORWARDED_HOST HTTP_X_REQUESTED_WITH HTTP_X_REAL_IP HTTP_CLIENT_IP HTTP_CF_CONNECTING_IP HTTP_IF_NONE_MATCH HTTP_IF_MODIFIED_SINCE "
            + "RAILS_ENV RACK_ENV MIX_ENV MIX_TARGET ERL_AFLAGS ERL_FLAGS ELIXIR_ERL_OPTIONS RELEASE_COOKIE RELEASE_NODE RELEASE_DISTRIBUTION RELEASE_NAME RELEASE_TMP CODESPACES CODESPACE_NAME DOTNET_RUNNING_IN_CONTAINER MODE DEV PROD SSR BASE_URL TEST VITEST VITEST_POOL_ID VITEST_WORKER_ID JEST_WORKER_ID"
        ).Split(' ')
    );

    private static readonly FrozenSet<string> Names = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        [
            .. Present,
            .. (
                "DEBIAN_FRONTEND DEBUG VERBOSE FORCE_COLOR NO_COLOR COLORTERM TF_PLUGIN_CACHE_DIR TF_DATA_DIR TF_CLI_CONFIG_FILE TRIVY_CACHE_DIR "
                + "PORT HOST NODE_OPTIONS NODE_PATH NODE_EXTRA_CA_CERTS NODE_TLS_REJECT_UNAUTHORIZED NODE_NO_WARNINGS TS_NODE_PROJECT WATCHPACK_POLLING CHOKIDAR_USEPOLLING CHOKIDAR_INTERVAL "
                + "GENERATE_SOURCEMAP DISABLE_ESLINT_PLUGIN SKIP_PREFLIGHT_CHECK BROWSER FAST_REFRESH WDS_SOCKET_PORT WDS_SOCKET_HOST INLINE_RUNTIME_CHUNK PUBLIC_URL "
                + "PYTHONPATH PYTHONUSERBASE PYTHONSTARTUP PYTHONHOME PYTHONWARNINGS PYTHONUTF8 PYTHONUNBUFFERED PYTHONDONTWRITEBYTECODE PYTHONFAULTHANDLER PYTHONHASHSEED PROTOCOL_BUFFERS_PYTHON_IMPLEMENTATION PYTHONIOENCODING PYTHONOPTIMIZE "
                + "DJANGO_SUPERUSER_PASSWORD DJANGO_SUPERUSER_EMAIL DJANGO_SUPERUSER_USERNAME WEB_CONCURRENCY FORWARDED_ALLOW_IPS "
                + "RUST_LOG RUST_BACKTRACE RUST_MIN_STACK SQLX_OFFLINE ROCKET_ADDRESS ROCKET_PORT "
                + "GIN_MODE GOMAXPROCS GOMEMLIMIT GOGC GODEBUG GOPROXY GOFLAGS GO111MODULE GOTOOLCHAIN GOPRIVATE GOSUMDB GOCACHE CGO_ENABLED GRPC_GO_LOG_SEVERITY_LEVEL "
                + "JAVA_OPTS JAVA_TOOL_OPTIONS JDK_JAVA_OPTIONS CATALINA_OPTS MAVEN_OPTS "
                + "HTTP_PROXY HTTPS_PROXY NO_PROXY ALL_PROXY SSL_CERT_FILE SSL_CERT_DIR REQUESTS_CA_BUNDLE CURL_CA_BUNDLE MALLOC_ARENA_MAX LD_PRELOAD LD_LIBRARY_PATH "
                + "KUBECONFIG DATABASE_URL GOOGLE_APPLICATION_CREDENTIALS GOOGLE_CLOUD_PROJECT DATABASE_URL_UNPOOLED SHADOW_DATABASE_URL DIRECT_URL "
                + "NEW_RELIC_LICENSE_KEY NEW_RELIC_APP_NAME LOG_LEVEL APP_ENV VIRTUAL_HOST VIRTUAL_PORT VIRTUAL_PROTO VIRTUAL_PATH VIRTUAL_DEST VIRTUAL_NETWORK HTTPS_METHOD LETSENCRYPT_HOST LETSENCRYPT_EMAIL PUID PGID UMASK "
                + "NVIDIA_VISIBLE_DEVICES NVIDIA_DRIVER_CAPABILITIES CUDA_VISIBLE_DEVICES OMP_NUM_THREADS TOKENIZERS_PARALLELISM HF_HOME HF_TOKEN GIT_PYTHON_REFRESH TRANSFORMERS_CACHE TORCH_HOME "
                + "OPENAI_API_KEY OPENAI_BASE_URL ANTHROPIC_API_KEY GROQ_API_KEY COHERE_API_KEY MISTRAL_API_KEY GEMINI_API_KEY PERPLEXITY_API_KEY XAI_API_KEY OPENROUTER_API_KEY OLLAMA_API_KEY ELEVEN_API_KEY ELEVENLABS_API_KEY DEEPGRAM_API_KEY CARTESIA_API_KEY ASSEMBLYAI_API_KEY LIVEKIT_URL LIVEKIT_API_KEY LIVEKIT_API_SECRET TAVILY_API_KEY GOOGLE_API_KEY AUTH_SECRET AUTH_URL AUTH_TRUST_HOST "
                // Source: ROS 2 documentation, "Environment variables"; ROS 1 wiki, "EnvironmentVariables".
                + "ROS_DOMAIN_ID ROS_LOCALHOST_ONLY ROS_AUTOMATIC_DISCOVERY_RANGE ROS_STATIC_PEERS ROS_LOG_DIR ROS_MASTER_URI ROS_IP ROS_HOSTNAME RMW_IMPLEMENTATION FASTRTPS_DEFAULT_PROFILES_FILE CYCLONEDDS_URI"
            ).Split(' '),
        ]
    );

    private static readonly IReadOnlyList<string> PresentPrefixes =
    [
        "LC_",
        "npm_",
        "CARGO_",
        "KUBERNETES_",
        "GITHUB_",
        "RUNNER_",
        "VERCEL",
        "NEXT_PUBLIC_VERCEL_",
        "NETLIFY",
        "CF_PAGES",
        "RAILWAY_",
        "RENDER_",
        "FLY_",
        "HEROKU_",
        "DYNO",
        "GITPOD_",
        "AWS_LAMBDA_",
        "AWS_EXECUTION_",
        "AWS_CONTAINER_",
        "NEXT_RUNTIME",
        "TAURI_",
    ];

    private static readonly IReadOnlyList<string> Prefixes =
    [
        .. PresentPrefixes,
        "AWS_",
        "AZURE_",
        "GOOGLE_CLOUD_",
        "GCLOUD_",
        "PG",
        "OTEL_",
        "SENTRY_",
        "GUNICORN_",
        "UVICORN_",
        "HYPERCORN_",
        "FLASK_",
        "CELERY_",
        "AIRFLOW__",
        "_AIRFLOW_",
        "NEXTAUTH_",
        "NEXT_TELEMETRY",
        "NUXT_",
        "NITRO_",
        "PRISMA_",
        "TYPEORM_",
        "NPM_CONFIG_",
        "YARN_",
        "PNPM_",
        "PIP_",
        "POETRY_",
        "UV_",
        "RUSTFLAGS",
        "XDG_",
        "COMPOSE_",
        "DOCKER_",
        "BUILDKIT_",
        "ASPNETCORE_",
        "DOTNET_",
        "COREHOST_",
        "Logging__",
        "Kestrel__",
        "Serilog__",
        "DAPR_",
        "LETSENCRYPT_",
        "SPRING_",
        "SERVER_",
        "MANAGEMENT_",
        "EUREKA_",
        "LOGGING_",
        "DD_",
        "NEW_RELIC_",
        "ELASTIC_APM_",
        "JAEGER_",
        "GF_",
        "RABBITMQ_",
        "MYSQL_",
        "MARIADB_",
        "POSTGRES_",
        "MONGO_INITDB_",
        "MINIO_",
        "KAFKA_",
        "HF_HUB_",
        "TRANSFORMERS_",
        "LANGCHAIN_",
        "LANGSMITH_",
        "STREAMLIT_",
        "GRADIO_",
        "CYPRESS_",
        "PLAYWRIGHT_",
        "PUPPETEER_",
        "EXPO_",
        "STORYBOOK_",
        "TURBO_",
        "NX_",
        "WATCHFILES_",
        "WERKZEUG_",
        "GRPC_",
        "ROCKET_",
    ];

    // The server of that name reads none of these, and no library does by itself: what a program is to connect to, its own source has to name.
    private static readonly FrozenSet<string> AddressesOfServers = FrozenSet.Create(
        StringComparer.Ordinal,
        ["RABBITMQ_URL", "KAFKA_URL", "KAFKA_BROKER", "KAFKA_BROKERS", "MYSQL_URL", "MINIO_URL"]
    );

    /// <summary>It is there without anybody supplying it: of the system, the runtime, or the platform.</summary>
    /// <remarks>Kubernetes gives every container <c>NAME_SERVICE_HOST</c> and <c>NAME_SERVICE_PORT</c> of the Services of its namespace. Source: Kubernetes documentation, "Service", "Environment variables".</remarks>
    public static bool IsPresent(string name) =>
        Present.Contains(name)
        || name is "JAVA_HOME"
        || PresentPrefixes.Any(prefix => name.StartsWith(prefix, StringComparison.Ordinal))
        || name.EndsWith("_SERVICE_HOST", StringComparison.Ordinal)
        || name.EndsWith("_SERVICE_PORT", StringComparison.Ordinal);

    /// <summary>A workload may be given it though no code names it.</summary>
    public static bool MayBeReadUnseen(string name) =>
        Names.Contains(name)
        || (Prefixes.Any(prefix => name.StartsWith(prefix, StringComparison.Ordinal)) && !AddressesOfServers.Contains(name));

    /// <summary>It is there, or makes no difference, without anybody supplying it.</summary>
    public static bool IsSetByOthers(string name) =>
        Names.Contains(name) || (Prefixes.Any(prefix => name.StartsWith(prefix, StringComparison.Ordinal)) && !IsApplicationOwn(name));

    private static readonly FrozenSet<string> Telling = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        (
            "URL URI DSN HOST HOSTNAME ENDPOINT DATABASE DB SERVER BROKER BUCKET REGION ACCOUNT TENANT PROJECT CLIENT APP USER USERNAME EMAIL SMTP "
            + "MAIL KEY SECRET TOKEN PASSWORD PASS PASSPHRASE CREDENTIAL CREDENTIALS CERT CERTIFICATE DOMAIN ORIGIN ISSUER AUDIENCE WEBHOOK QUEUE TOPIC CONNECTION"
        ).Split(' ')
    );

    /// <summary>By its name it is an address, an account or a secret, which somebody has to know; not a switch, a limit or the number of a build, which a program does without.</summary>
    public static bool IsForSomebodyToSupply(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return name.Split('_').Any(Telling.Contains);
    }

    /// <summary>The platform of a function gives it, wherever the function is deployed.</summary>
    /// <remarks>Source: Supabase documentation, "Edge Functions", "Environment Variables", "Default secrets".</remarks>
    public static bool IsSetByPlatform(string path, string name)
    {
        ArgumentNullException.ThrowIfNull(path);
        return name is "SUPABASE_URL" or "SUPABASE_ANON_KEY" or "SUPABASE_SERVICE_ROLE_KEY" or "SUPABASE_DB_URL"
            && path.Contains("supabase/functions/", StringComparison.Ordinal);
    }

    // Libraries read some of these, but so does the application's own code, which then needs them.
    private static bool IsApplicationOwn(string name) =>
        name.StartsWith("POSTGRES_", StringComparison.Ordinal)
        || name.StartsWith("MYSQL_", StringComparison.Ordinal)
        || name.StartsWith("RABBITMQ_", StringComparison.Ordinal)
        || name.StartsWith("KAFKA_", StringComparison.Ordinal)
        || name.StartsWith("MINIO_", StringComparison.Ordinal)
        || name.StartsWith("SERVER_", StringComparison.Ordinal)
        || name.StartsWith("GOOGLE_CLOUD_", StringComparison.Ordinal);
}
