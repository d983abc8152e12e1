using System.Collections.Frozen;
using Seaworthy.Model.Declared.Code;
using Seaworthy.Reading.Formats.Code;

namespace Seaworthy.Reading.Code.JavaScript;

/// <summary>Settings of libraries that matter to a deployment: CORS, session and token secrets, connections, proxies' trust, limits, error tracking, metrics, shutdown.</summary>
internal sealed class JavaScriptSettings : FrameworkKnowledge
{
    /// <summary>Call → setting and which argument it is.</summary>
    private static readonly Dictionary<string, SettingArgument> Arguments = new Dictionary<string, SettingArgument>
    {
        ["jwt.sign"] = new("jwt.secret", 1),
        ["jwt.verify"] = new("jwt.secret", 1),
        ["jsonwebtoken.sign"] = new("jwt.secret", 1),
        ["cookieParser"] = new("cookie.secret", 0),
        ["mongoose.connect"] = new("mongodb.url", 0),
        ["mongoose.createConnection"] = new("mongodb.url", 0),
        ["MongoClient"] = new("mongodb.url", 0),
        ["MongoClient.connect"] = new("mongodb.url", 0),
        ["amqp.connect"] = new("amqp.url", 0),
        ["amqplib.connect"] = new("amqp.url", 0),
        ["nats.connect"] = new("nats.url", 0),
        ["mqtt.connect"] = new("mqtt.url", 0),
        ["MongooseModule.forRoot"] = new("mongodb.url", 0),
    };

    /// <summary>Call and member of its options → setting.</summary>
    private static readonly Dictionary<CallOption, string> Options = new Dictionary<CallOption, string>
    {
        [new("cors", "origin")] = "cors.origins",
        [new("cors", "credentials")] = "cors.credentials",
        [new("cors", "methods")] = CorsList.Methods.Setting,
        [new("cors", "allowMethods")] = CorsList.Methods.Setting,
        [new("enableCors", "origin")] = "cors.origins",
        [new("enableCors", "credentials")] = "cors.credentials",
        [new("enableCors", "methods")] = CorsList.Methods.Setting,
        [new("session", "secret")] = "session.secret",
        [new("expressSession", "secret")] = "session.secret",
        [new("session", "store")] = "session.store",
        [new("cookieSession", "keys")] = "session.secret",
        [new("expressjwt", "secret")] = "jwt.secret",
        [new("JwtModule.register", "secret")] = "jwt.secret",
        [new("rateLimit", "max")] = "rateLimit.max",
        [new("rateLimit", "windowMs")] = "rateLimit.window",
        [new("Redis", "host")] = "redis.host",
        [new("Redis", "port")] = "redis.port",
        [new("IORedis", "host")] = "redis.host",
        [new("IORedis", "port")] = "redis.port",
        [new("createClient", "url")] = "redis.url",
        [new("redis.createClient", "url")] = "redis.url",
        [new("Pool", "host")] = "postgres.host",
        [new("Pool", "port")] = "postgres.port",
        [new("Pool", "connectionString")] = "postgres.url",
        [new("Pool", "database")] = "postgres.database",
        [new("Sequelize", "host")] = "sequelize.host",
        [new("Kafka", "brokers")] = "kafka.brokers",
        [new("DataSource", "host")] = "typeorm.host",
        [new("DataSource", "url")] = "typeorm.url",
        [new("DataSource", "port")] = "typeorm.port",
        [new("DataSource", "synchronize")] = "typeorm.synchronize",
        [new("TypeOrmModule.forRoot", "host")] = "typeorm.host",
        [new("TypeOrmModule.forRoot", "port")] = "typeorm.port",
        [new("TypeOrmModule.forRoot", "url")] = "typeorm.url",
        [new("TypeOrmModule.forRoot", "synchronize")] = "typeorm.synchronize",
        [new("Sentry.init", "dsn")] = "sentry.dsn",
        [new("ConfigModule.forRoot", "envFilePath")] = "env.file",
        [new("dotenv.config", "path")] = "env.file",
        [new("config", "path")] = "env.file",
        [new("NextAuth", "secret")] = "nextauth.secret",
        [new("fetchBaseQuery", "baseUrl")] = "rtk.baseUrl",
        [new("Server", "cors")] = "socket.cors",
        [new("nodemailer.createTransport", "host")] = "smtp.host",
        [new("nodemailer.createTransport", "port")] = "smtp.port",
        [new("nodemailer.createTransport", "service")] = "smtp.service",
        [new("ApolloClient", "uri")] = "apollo.uri",
        [new("createHttpLink", "uri")] = "apollo.uri",
    };

    private static readonly FrozenSet<string> OptionCalls = Options.Keys.Select(key => key.Call).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Calls whose presence says enough.</summary>
    private static readonly Dictionary<string, string> Marks = new Dictionary<string, string>
    {
        ["helmet"] = "security.headers",
        ["rateLimit"] = "rateLimit",
        ["collectDefaultMetrics"] = "metrics",
        ["promBundle"] = "metrics",
        ["compression"] = "compression",
        ["cors"] = "cors",
        ["enableCors"] = "cors",
        ["enableShutdownHooks"] = "shutdown",
        ["winston.createLogger"] = "logging.structured",
        ["pino"] = "logging.structured",
        ["createTerminus"] = "shutdown",
    };

    public override void Read(CodeReading reading)
    {
        foreach (var call in reading.Syntax.Calls)
        {
            ReadCall(reading, call);
        }
    }

    private static void ReadCall(CodeReading reading, CodeCall call)
    {
        if (Arguments.TryGetValue(call.Path, out var setting))
        {
            reading.AddSetting(setting.Name, call.Positional(setting.Index), call.Scope);
        }
        else if (call.Name == "set" && reading.Evaluator.Literal(call.Positional(0)) == "trust proxy")
        {
            reading.AddSetting("express.trustProxy", call.Positional(1), call.Scope);
        }
        else if (call.Path == "process.on" && reading.Evaluator.Literal(call.Positional(0)) is "SIGTERM" or "SIGINT")
        {
            reading.AddSetting("shutdown.signal", call.Positional(0), call.Scope);
        }

        if (Marks.TryGetValue(call.Path, out var mark) || Marks.TryGetValue(call.Name, out mark))
        {
            reading.Settings.Add(new FrameworkSetting(mark, new CodeValue.Literal("true", call.Span), call.Span));
        }

        if (call.Name is "cors" or "enableCors" && call.Arguments.Count == 0)
        {
            reading.Settings.Add(new FrameworkSetting("cors.allowAll", new CodeValue.Literal("true", call.Span), call.Span));
        }

        ReadOptions(reading, call);
    }

    private static void ReadOptions(CodeReading reading, CodeCall call)
    {
        var key =
            OptionCalls.Contains(call.Path) ? call.Path
            : OptionCalls.Contains(call.Name) && call.Name is "enableCors" ? call.Name
            : IsCorsOfFastify(reading, call) ? "cors"
            : null;
        if (key is null)
        {
            return;
        }

        foreach (var argument in call.Arguments)
        {
            foreach (var member in MembersOf(reading, argument, call.Scope))
            {
                if (!Options.TryGetValue(new(key, member.Name), out var name))
                {
                    continue;
                }

                if (name == CorsList.Methods.Setting)
                {
                    CorsList.Methods.Add(reading, member.Value, call.Scope);
                }
                else
                {
                    AddValues(reading, name, member.Value, call.Scope);
                }
            }
        }
    }

    /// <summary><c>app.register(cors, { origin: true })</c></summary>
    private static bool IsCorsOfFastify(CodeReading reading, CodeCall call) =>
        call.Name == "register" && reading.Imported("@fastify/cors", "fastify-cors") && NameOf(reading, call) is "cors" or "fastifyCors";

    private static string? NameOf(CodeReading reading, CodeCall call) =>
        call.Positional(0) is { } plugin ? reading.Evaluator.DottedName(plugin.Value) : null;

    // "cors(corsOptions)": the options may be in a variable.
    private static IReadOnlyList<CodeMember> MembersOf(CodeReading reading, CodeArgument argument, CodeScope? scope) =>
        argument.Value.Count == 1
        && reading.Trees.IsName(argument.Value.First)
        && reading.AssignmentOf(reading.Trees.Text(argument.Value.First), scope) is { } assignment
            ? reading.Syntax.Members(assignment.Value)
            : reading.Syntax.Members(argument.Value);

    // A list gives one setting for each of its values.
    private static void AddValues(CodeReading reading, string name, TokenRange value, CodeScope? scope)
    {
        var list =
            value.Count == 1
            && reading.Trees.IsName(value.First)
            && reading.AssignmentOf(reading.Trees.Text(value.First), scope) is { } assignment
                ? assignment.Value
                : value;
        if (!reading.Trees.IsOpen(list.First, Brackets.Square))
        {
            reading.Settings.Add(new FrameworkSetting(name, reading.Value(value, scope), reading.Syntax.Span(value)));
            return;
        }

        foreach (var part in reading.Trees.Split(reading.Trees.Inside(list.First), ","))
        {
            reading.Settings.Add(new FrameworkSetting(name, reading.Value(part, scope), reading.Syntax.Span(part)));
        }
    }

    private sealed record SettingArgument(string Name, int Index);

    private sealed record CallOption(string Call, string Member);
}
