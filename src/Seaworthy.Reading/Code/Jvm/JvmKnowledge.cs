using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Code.Evaluating;
using Seaworthy.Reading.Code.Logging;
using Seaworthy.Reading.Code.Secrets;
using Seaworthy.Reading.Formats.Code;

namespace Seaworthy.Reading.Code.Jvm;

/// <summary>What Seaworthy knows about Java and Kotlin: Spring, Jakarta REST (Quarkus), Micronaut, Ktor.</summary>
internal sealed class JvmKnowledge : LanguageKnowledge
{
    // Files of constants that the annotations of others name.
    private static readonly string[] ConstantNames = ["Constant", "Const", "Path", "Route", "Url", "Uri", "Endpoint"];

    public override IReadOnlyList<string> Markers { get; } =
    [
        "MessageDigest",
        "DigestUtils",
        .. LoggedCredentials.Markers,
        "ncoder.encode",
        "signWith",
        "setSigningKey",
        "Mapping",
        "@Value",
        "getenv",
        // Files that sign hold their keys as constants.
        "Jwts",
        "hmacSha",
        "Algorithm.HMAC",
        "SecretKeySpec",
        "@RestController",
        "@Controller",
        "FeignClient",
        "@SpringBootApplication",
        "@EnableAutoConfiguration",
        "SpringApplication",
        "Micronaut",
        "RestTemplate",
        "restTemplate",
        "WebClient",
        "RestClient",
        "HttpRequest",
        "ws.rs",
        "ConfigProperty",
        "ConfigurationProperties",
        "getProperty",
        "getRequiredProperty",
        "RouterFunction",
        "embeddedServer",
        "io.ktor",
        "micronaut.http",
        "@EnableScheduling",
        "addViewController",
        "allowedMethods",
        "llowedOrigin",
        "CrossOrigin",
        "AllowedMethod",
        "addEndpoint",
        "@ServerEndpoint",
        "@WebServlet",
        "RegistrationBean",
        "HttpSecurity",
        "@RepositoryRestResource",
        "graphql",
        "setPort(",
        "setDefaultProperties",
    ];

    public override IReadOnlyList<string> ImportMarkers { get; } = [];

    public override IReadOnlyList<FrameworkKnowledge> Frameworks { get; } =
    [
        new ConstantKnowledge(),
        new JvmEnvironment(),
        new SpringRoutes(),
        new RestRoutes(),
        new MicronautRoutes(),
        new KtorRoutes(),
        new JvmRequests(),
        new FeignRequests(),
        new JvmStartup(),
        new LoggedValues(),
        new SigningCalls(),
        new SeededPasswords(),
        new SecurityChains(),
        new FastPasswordHashes(),
    ];

    public override Language? LanguageOf(string path) =>
        path.EndsWith(".java", StringComparison.Ordinal) ? Language.Java
        : path.EndsWith(".kt", StringComparison.Ordinal) ? Language.Kotlin
        : null;

    public override bool IsAlwaysRead(string path)
    {
        var name = path[(path.LastIndexOf('/') + 1)..];
        return Array.Exists(ConstantNames, word => name.Contains(word, StringComparison.Ordinal));
    }

    /// <summary>Tests are in source roots of their own; what a package is called says nothing.</summary>
    public override bool IsTest(string path)
    {
        var outside = PackagePath.Outside(path);
        if (outside.Length < path.Length)
        {
            return TestCode.IsTest(outside);
        }

        var name = path[(path.LastIndexOf('/') + 1)..];
        var stem = name[..name.LastIndexOf('.')];
        return stem.EndsWith("Test", StringComparison.Ordinal)
            || stem.EndsWith("Tests", StringComparison.Ordinal)
            || stem.EndsWith("IT", StringComparison.Ordinal)
            || path.Contains("Test/", StringComparison.Ordinal)
            || TestCode.IsTest(path);
    }

    public override ValueRules ValuesOf(CodeSyntax syntax) => new JvmValueRules(syntax);
}
