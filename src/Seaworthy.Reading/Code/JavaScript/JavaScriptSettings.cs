using System.Collections.Frozen;
using Seaworthy.Model.Declared.Code;
using Seaworthy.Reading.Formats.Code;

namespace Seaworthy.Reading.Code.JavaScript;

/// <summary>Settings of libraries that matter to a deployment: CORS, session and token secrets, connections, proxies' trust, limits, error tracking, metrics, shutdown.</summary>
internal sealed class JavaScriptSettings : FrameworkKnowledge
{
    /// <summary>Call → setting and which argument it is.</summary>
    private static readonly Dictionary<string, (string Name, int Index)> Arguments = new Dictionary<string, (string, int)>
    {
        ["jwt.sign"] = ("jwt.secret", 1),
        ["jwt.verify"] = ("jwt.secret", 1),
        ["jsonwebtoken.sign"] = ("jwt.secret", 1),
        ["cookieParser"] = ("cookie.secret", 0),
        ["mongoose.connect"] = ("mongodb.url", 0),
        ["mongoose.createConnection"] = ("mongodb.url", 0),
        ["MongoClient"] = ("mongodb.url", 0),
        ["MongoClient.connect"] = ("mongodb.url", 0),
        ["amqp.connect"] = ("amqp.url", 0),
        ["amqplib.connect"] = ("amqp.url", 0),
        ["nats.connect"] = ("nats.url", 0),
        ["mqtt.connect"] = ("mqtt.url", 0),
        ["MongooseModule.forRoot"] = ("mongodb.url", 0),
    };

    /// <summary>Call and member of its options → setting.</summary>
    private static readonly Dictionary<(string Call, string Member), string> Options = new Dictionary<(string, string), string>
    {
        [("cors", "origin")] = "cors.origins",
        [("cors", "credentials")] = "cors.credentials",
        [("enableCors", "origin")] = "cors.origins",
        [("enableCors", "credentials")] = "cors.credentials",
        [("session", "secret")] = "session.secret",
        [("expressSession", "secret")] = "session.secret",
        [("session", "store")] = "session.store",
        [("cookieSession", "keys")] = "session.secret",
        [("expressjwt", "secret")] = "jwt.secret",
        [("JwtModule.register", "secret")] = "jwt.secret",
        [("rateLimit", "max")] = "rateLimit.max",
        [("rateLimit", "windowMs")] = "rateLimit.window",
        [("Redis", "host")] = "redis.host",
        [("Redis", "port")] = "redis.port",
        [("IORedis", "host")] = "redis.host",
        [("IORedis", "port")] = "redis.port",
        [("createClient", "url")] = "redis.url",
        [("redis.createClient", "url")] = "redis.url",
        [("Pool", "host")] = "postgres.host",
        [("Pool", "port")] = "postgres.port",
        [("Pool", "connectionString")] = "postgres.url",
        [("Pool", "database")] = "postgres.database",
        [("Sequelize", "host")] = "sequelize.host",
        [("Kafka", "brokers")] = "kafka.brokers",
        [("DataSource", "host")] = "typeorm.host",
        [("DataSource", "url")] = "typeorm.url",
        [("DataSource", "port")] = "typeorm.port",
        [("DataSource", "synchronize")] = "typeorm.synchronize",
        [("TypeOrmModule.forRoot", "host")] = "typeorm.host",
        [("TypeOrmModule.forRoot", "port")] = "typeorm.port",
        [("TypeOrmModule.forRoot", "url")] = "typeorm.url",
        [("TypeOrmModule.forRoot", "synchronize")] = "typeorm.synchronize",
        [("Sentry.init", "dsn")] = "sentry.dsn",
        [("ConfigModule.forRoot", "envFilePath")] = "env.file",
        [("dotenv.config", "path")] = "env.file",
        [("config", "path")] = "env.file",
        [("NextAuth", "secret")] = "nextauth.secret",
        [("fetchBaseQuery", "baseUrl")] = "rtk.baseUrl",
        [("Server", "cors")] = "socket.cors",
        [("multer", "dest")] = "upload.directory",
        [("nodemailer.createTransport", "host")] = "smtp.host",
        [("nodemailer.createTransport", "port")] = "smtp.port",
        [("ApolloClient", "uri")] = "apollo.uri",
        [("createHttpLink", "uri")] = "apollo.uri",
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

        ReadOptions(reading, call);
    }

    private static void ReadOptions(CodeReading reading, CodeCall call)
    {
        var key =
            OptionCalls.Contains(call.Path) ? call.Path
            : OptionCalls.Contains(call.Name) && call.Name is "enableCors" ? call.Name
            : null;
        if (key is null)
        {
            return;
        }

        foreach (var argument in call.Arguments)
        {
            foreach (var member in MembersOf(reading, argument, call.Scope))
            {
                if (Options.TryGetValue((key, member.Name), out var name))
                {
                    AddValues(reading, name, member.Value, call.Scope);
                }
            }
        }
    }

    // "cors(corsOptions)": the options may stand in a variable.
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
}
