using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Code;

/// <summary>A setting of a framework, under a stable name of ours (<c>django.DEBUG</c>, <c>flask.debug</c>, <c>cors.origins</c>, <c>celery.broker</c>).</summary>
/// <remarks>
/// Names that several languages share: what is connected to (<c>database.address</c>, <c>redis.address</c>, <c>mongodb.address</c>, <c>amqp.address</c>, <c>kafka.address</c>, <c>nats.address</c>, <c>s3.address</c>,
/// <c>grpc.target</c>, <c>proxy.target</c>, <c>http.baseAddress</c>); <c>migrations.atStartup</c> with the tool and <c>migrations.source</c> with the directory; <c>schema.ensureCreated</c>;
/// <c>cors.origins</c>, <c>cors.allowAll</c>, <c>cors.credentials</c>; <c>shutdown.graceful</c>; <c>configuration.section</c>, a section of .NET's configuration that is bound to a class;
/// <c>log.value</c>, a variable that is written to the log; <c>log.credential</c>, a name of the source for what lets a user in, written there as well; <c>signing.key.CALL</c>, a key that the source writes out where it signs; <c>account.password.CALL</c>, a password that it writes out where it makes an account;
/// <c>aspnet.host</c>, an ASP.NET Core program whose addresses come from outside unless it has listeners; <c>sqlx.checkedAtBuild</c>, queries that the compiler checks against a database or .sqlx files.
/// In Node.js: <c>process.env.NAME</c>, a variable that the program itself sets as soon as the file is loaded; <c>javascript.openRoutes</c>, a function that answers paths which no route names. In Python: <c>os.environ.NAME</c>, one that it sets anywhere.
/// On the JVM: <c>jvm.main</c>, the class that starts an application, with its framework; <c>jvm.openRoutes</c>, routes that no annotation in the file names;
/// <c>jvm.properties</c>, the prefix of properties that are bound to a class; <c>jvm.port</c>, code that sets the port; <c>jvm.scheduled</c>, jobs by the clock.
/// </remarks>
public sealed record FrameworkSetting(string Name, CodeValue Value, SourceSpan Span)
{
    /// <summary>A policy of CORS that the framework refuses as it starts; the value is the two statements.</summary>
    public const string CorsRefused = "cors.refused";

    /// <summary>The cookie of a session is for HTTPS only.</summary>
    public const string SecureCookie = "session.secureCookie";

    /// <summary>The same where the program runs in production.</summary>
    public const string SecureCookieInProduction = "session.secureCookieInProduction";

    /// <summary>The program drops the tables of its models when it starts; the value is how it says so.</summary>
    public const string SchemaDropped = "schema.dropped";

    /// <summary>The program changes tables until they fit its models; the value is how it says so.</summary>
    public const string SchemaChanged = "schema.changed";

    /// <summary>The program creates the tables of its models that are missing.</summary>
    public const string SchemaCreated = "schema.createAll";

    /// <summary>It does so only where the file is the program that was started, and not where a server imports it.</summary>
    public const string SchemaCreatedByMain = "schema.createAllByMain";

    /// <summary>A password is hashed with a function made to be fast; the value is its name.</summary>
    public const string FastPasswordHash = "password.fastHash";

    /// <summary>Before the call that signs or checks with the key: <c>signing.key.jwt.sign</c>.</summary>
    public const string SigningKey = "signing.key.";

    /// <summary>Before the call that hashes or takes the password: <c>account.password.bcrypt.hash</c>.</summary>
    public const string AccountPassword = "account.password.";

    /// <summary>The same, before the variable that comes first: <c>account.password.default.ADMIN_PASSWORD</c>.</summary>
    public const string AccountPasswordDefault = AccountPassword + "default.";

    /// <summary>A chain of Spring Security lets every request through that no other line of it names.</summary>
    public const string PermitsAll = "spring.permitsAll";

    /// <summary>A route by which strangers make an account, without a guard; the value is the route.</summary>
    public const string OpenSignUp = "account.openSignUp";

    /// <summary>A function that makes an account takes its role from the request as it is; the value is where.</summary>
    public const string RoleFromRequest = "account.roleFromRequest";
}
