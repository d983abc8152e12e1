using Seaworthy.Model.Declared.Code;
using Seaworthy.Reading.Formats.Code;

namespace Seaworthy.Reading.Code.Python;

/// <summary>Settings of libraries that matter to a deployment: CORS, secrets, connections, limits, error tracking, metrics; defaults of command-line options.</summary>
internal sealed class PythonSettings : FrameworkKnowledge
{
    /// <summary>Call and argument (a name, or a position) → setting.</summary>
    private static readonly Dictionary<string, (string Argument, int Index, string Name)[]> Arguments = new Dictionary<
        string,
        (string, int, string)[]
    >
    {
        ["create_engine"] = [("url", 0, "sqlalchemy.url")],
        ["create_async_engine"] = [("url", 0, "sqlalchemy.asyncUrl")],
        ["sqlalchemy.create_engine"] = [("url", 0, "sqlalchemy.url")],
        ["redis.from_url"] = [("url", 0, "redis.url")],
        ["Redis.from_url"] = [("url", 0, "redis.url")],
        ["aioredis.from_url"] = [("url", 0, "redis.url")],
        ["redis.Redis.from_url"] = [("url", 0, "redis.url")],
        ["redis.asyncio.from_url"] = [("url", 0, "redis.url")],
        ["redis.Redis"] = [("host", 0, "redis.host"), ("port", 1, "redis.port")],
        ["Redis"] = [("host", 0, "redis.host"), ("port", 1, "redis.port")],
        ["redis.StrictRedis"] = [("host", 0, "redis.host"), ("port", 1, "redis.port")],
        ["MongoClient"] = [("host", 0, "mongodb.url")],
        ["AsyncIOMotorClient"] = [("host", 0, "mongodb.url")],
        ["pymongo.MongoClient"] = [("host", 0, "mongodb.url")],
        ["psycopg2.connect"] = [("dsn", 0, "postgres.url"), ("host", -1, "postgres.host"), ("port", -1, "postgres.port")],
        ["asyncpg.create_pool"] = [("dsn", 0, "postgres.url"), ("host", -1, "postgres.host")],
        ["asyncpg.connect"] = [("dsn", 0, "postgres.url"), ("host", -1, "postgres.host")],
        ["pika.ConnectionParameters"] = [("host", 0, "amqp.host"), ("port", 1, "amqp.port")],
        ["Elasticsearch"] = [("hosts", 0, "elasticsearch.hosts")],
        ["sentry_sdk.init"] = [("dsn", 0, "sentry.dsn")],
        ["smtplib.SMTP"] = [("host", 0, "smtp.host"), ("port", 1, "smtp.port")],
        ["smtplib.SMTP_SSL"] = [("host", 0, "smtp.host"), ("port", 1, "smtp.port")],
        ["jwt.encode"] = [("key", 1, "jwt.secret")],
        ["jwt.decode"] = [("key", 1, "jwt.secret")],
        ["CORS"] = [("origins", -1, "cors.origins"), ("resources", -1, "cors.resources"), ("supports_credentials", -1, "cors.credentials")],
        ["Limiter"] = [("storage_uri", -1, "rateLimit.storage")],
        ["grpc.insecure_channel"] = [("target", 0, "grpc.target")],
        ["KafkaProducer"] = [("bootstrap_servers", -1, "kafka.brokers")],
        ["KafkaConsumer"] = [("bootstrap_servers", -1, "kafka.brokers")],
    };

    private static readonly Dictionary<string, string> Marks = new Dictionary<string, string>
    {
        ["Limiter"] = "rateLimit",
        ["CORS"] = "cors",
        ["Instrumentator"] = "metrics",
        ["PrometheusMetrics"] = "metrics",
        ["Talisman"] = "security.headers",
        ["ProxyFix"] = "proxy.trusted",
        ["structlog.configure"] = "logging.structured",
        ["JsonFormatter"] = "logging.structured",
        ["start_http_server"] = "metrics",
        ["make_asgi_app"] = "metrics",
        ["generate_latest"] = "metrics",
    };

    public override void Read(CodeReading reading)
    {
        foreach (var call in reading.Syntax.Calls)
        {
            ReadCall(reading, call);
        }

        foreach (
            var assignment in reading.Syntax.Assignments.Where(assignment =>
                assignment.Name.EndsWith(".secret_key", StringComparison.Ordinal)
            )
        )
        {
            reading.Settings.Add(
                new FrameworkSetting("session.secret", reading.Value(assignment.Value, assignment.Scope), assignment.Span)
            );
        }

        foreach (var index in reading.Syntax.Indexes.Where(index => index.Name == "config" && reading.Trees.Is(index.End, "=")))
        {
            AddFlaskOption(reading, index);
        }
    }

    /// <summary>As the file is loaded, or in what a server calls when it starts.</summary>
    private static bool IsAtStart(CodeCall call) =>
        call.Scope is null or CodeFunction { Name: "lifespan" or "startup" or "on_startup" or "startup_event" or "create_app" };

    // AsyncEngine(create_engine(url, future=True))
    private static bool IsMadeAsynchronous(CodeReading reading, CodeCall call) =>
        reading.Trees.IsOpen(call.First - 1, Brackets.Paren) && reading.Trees.Is(call.First - 2, "AsyncEngine");

    /// <summary><c>await connection.run_sync(Base.metadata.create_all)</c>.</summary>
    /// <remarks>Source: SQLAlchemy documentation, "Asynchronous I/O", "Running Synchronous Methods and Functions under asyncio".</remarks>
    private static bool IsHanded(CodeReading reading, CodeCall call) =>
        call.Name == "run_sync" && call.Positional(0) is { } handed && reading.Trees.Is(handed.Value.End - 1, "create_all");

    private static void ReadCall(CodeReading reading, CodeCall call)
    {
        if (call.Name == "create_all" || IsHanded(reading, call))
        {
            var isOfMain = reading.Syntax.MainGuards.Any(guard => guard.Contains(call.First));
            reading.Settings.Add(
                new FrameworkSetting(
                    isOfMain ? FrameworkSetting.SchemaCreatedByMain : FrameworkSetting.SchemaCreated,
                    new CodeValue.Literal("create_all(…)", call.Span),
                    call.Span
                )
            );
        }

        if (call.Name == "drop_all" && IsAtStart(call) && Conditions.AlwaysRuns(reading, call.First))
        {
            reading.Settings.Add(
                new FrameworkSetting(FrameworkSetting.SchemaDropped, new CodeValue.Literal("drop_all(…)", call.Span), call.Span)
            );
        }

        if (Arguments.TryGetValue(call.Path, out var rows))
        {
            foreach (var (argument, index, name) in rows)
            {
                AddValues(
                    reading,
                    name == "sqlalchemy.url" && IsMadeAsynchronous(reading, call) ? "sqlalchemy.asyncUrl" : name,
                    call.Named(argument) ?? (index >= 0 ? call.Positional(index) : null),
                    call.Scope
                );
            }
        }

        if (
            Marks.TryGetValue(call.Path, out var mark)
            || (call.Name.Length > 0 && Marks.TryGetValue(call.Name, out mark) && call.Kind == CallKind.Call)
        )
        {
            reading.Settings.Add(new FrameworkSetting(mark, new CodeValue.Literal("true", call.Span), call.Span));
        }

        switch (call.Name)
        {
            case "add_middleware":
                AddMiddleware(reading, call);
                break;
            case "CORS" when call.Named("origins") is null && call.Named("resources") is null && reading.Imported("flask_cors"):
                reading.Settings.Add(new FrameworkSetting("cors.allowAll", new CodeValue.Literal("true", call.Span), call.Span));
                break;
            case "add_argument":
                AddOption(reading, call);
                break;
            case "signal" when call.Path == "signal.signal":
                reading.AddSetting("shutdown.signal", call.Positional(0), call.Scope);
                break;
        }
    }

    private static void AddMiddleware(CodeReading reading, CodeCall call)
    {
        var name = call.Positional(0) is { } middleware ? reading.Evaluator.DottedName(middleware.Value) : null;
        if (name is "CORSMiddleware" or "fastapi.middleware.cors.CORSMiddleware")
        {
            AddValues(reading, "cors.origins", call.Named("allow_origins"), call.Scope);
            AddValues(reading, "cors.originPattern", call.Named("allow_origin_regex"), call.Scope);
            AddValues(reading, "cors.credentials", call.Named("allow_credentials"), call.Scope);
            AddMethods(reading, call);
        }
        else if (name is "TrustedHostMiddleware")
        {
            AddValues(reading, "trustedHosts", call.Named("allowed_hosts"), call.Scope);
        }
        else if (name is "SessionMiddleware")
        {
            AddValues(reading, "session.secret", call.Named("secret_key"), call.Scope);
        }
    }

    /// <summary>Starlette allows GET alone where nothing is said.</summary>
    /// <remarks>Source: Starlette, "Middleware", CORSMiddleware.</remarks>
    private static void AddMethods(CodeReading reading, CodeCall call)
    {
        if (call.Named("allow_methods") is { } methods)
        {
            CorsList.Methods.Add(reading, methods.Value, call.Scope);
        }
        else if (call.Arguments.Skip(1).All(argument => argument.Name is not null))
        {
            reading.Settings.Add(new FrameworkSetting(CorsList.Methods.Setting, new CodeValue.Literal("GET", call.Span), call.Span));
        }
    }

    // "parser.add_argument('--port', default=8000)" is what "args.port" falls back to.
    private static void AddOption(CodeReading reading, CodeCall call)
    {
        var name = call
            .Arguments.Where(argument => argument.Name is null)
            .Select(argument => reading.Evaluator.Literal(argument.Value))
            .FirstOrDefault(text => text is ['-', '-', _, ..]);
        if (
            name is not null
            && call.Named("default") is { } fallback
            && reading.Value(fallback.Value, call.Scope) is var value and not CodeValue.Unknown
        )
        {
            reading.Constants.Add(new CodeConstant("args." + name[2..].Replace('-', '_'), value, false, call.Span));
        }
    }

    // app.config["SECRET_KEY"] = …
    private static void AddFlaskOption(CodeReading reading, CodeCall index)
    {
        var name = reading.Evaluator.Literal(index.Positional(0));
        var setting = name switch
        {
            "SECRET_KEY" => "session.secret",
            "JWT_SECRET_KEY" => "jwt.secret",
            "SQLALCHEMY_DATABASE_URI" => "sqlalchemy.url",
            "MAX_CONTENT_LENGTH" => "upload.limit",
            "SERVER_NAME" or "APPLICATION_ROOT" or "DEBUG" or "SESSION_TYPE" or "PREFERRED_URL_SCHEME" => "flask." + name,
            _ => null,
        };
        if (setting is not null)
        {
            var value = PythonPaths.Line(reading, index.End + 1);
            reading.Settings.Add(
                new FrameworkSetting(
                    setting,
                    reading.Value(value, index.Scope),
                    reading.Syntax.Span(new TokenRange(index.First, value.End))
                )
            );
        }
    }

    // A list gives one setting for each of its values.
    private static void AddValues(CodeReading reading, string name, CodeArgument? argument, CodeScope? scope)
    {
        if (argument is null)
        {
            return;
        }

        var list =
            argument.Value.Count == 1
            && reading.Trees.IsName(argument.Value.First)
            && reading.AssignmentOf(reading.Trees.Text(argument.Value.First), scope) is { } assignment
                ? assignment.Value
                : argument.Value;
        if (!reading.Trees.IsOpen(list.First, Brackets.Square) || reading.Trees.After(list.First) < list.End)
        {
            reading.Settings.Add(new FrameworkSetting(name, reading.Value(argument.Value, scope), reading.Syntax.Span(argument.Value)));
            return;
        }

        foreach (var part in reading.Trees.Split(reading.Trees.Inside(list.First), ","))
        {
            reading.Settings.Add(new FrameworkSetting(name, reading.Value(part, scope), reading.Syntax.Span(part)));
        }
    }
}
