namespace Seaworthy.Model.Declared.Code;

/// <summary>What a source file does by calls and settings of which a word is enough to know; worked out when somebody asks.</summary>
public static class CodeWords
{
    /// <summary>A setting: a token of Laravel Sanctum or Passport is made.</summary>
    public const string LaravelToken = "laravel.createToken";

    /// <summary>A setting: a notification of Laravel is kept in the database.</summary>
    public const string LaravelNotification = "laravel.databaseNotification";

    private static readonly string[] BalancerChecks = [".configureHealthCheck(", ".configure_health_check("];

    private static readonly string[] Starts = ["argv", "exec", "spawn", "subprocess", "system("];

    private static readonly string[] Uploads =
    [
        "FormData",
        "type=\"file\"",
        "type='file'",
        "multipart",
        "upload",
        "dropzone",
        "type: 'file'",
    ];

    // What Spring calls when the application is up.
    private static readonly string[] Runners = ["CommandLineRunner", "ApplicationRunner", "@PostConstruct", "ApplicationReadyEvent"];

    // By which a program tells production from development.
    private static readonly string[] Environments =
    [
        "NODE_ENV",
        "APP_ENV",
        "isProduction",
        "isDevelopment",
        "IsDevelopment()",
        "IsProduction()",
        "settings.DEBUG",
        "@Profile(",
        "environment(",
    ];

    /// <summary>The interface, annotation or event by which Spring runs it at every start; null without one.</summary>
    public static string? RunnerOfSpring(this CodeFile file) => First(file, Runners);

    /// <summary>What it asks to tell production from development: <c>NODE_ENV</c>, <c>@Profile</c>; null when it asks nothing.</summary>
    public static string? AskedEnvironment(this CodeFile file) => First(file, Environments);

    /// <summary>It speaks of administrators.</summary>
    public static bool IsOfAdministrators(this CodeFile file) => HasAny(file, ["admin"], StringComparison.OrdinalIgnoreCase);

    /// <summary>A stack of AWS CDK says what the load balancer in front asks.</summary>
    /// <remarks>Source: AWS CDK API reference, "ApplicationTargetGroup", "configureHealthCheck".</remarks>
    public static bool AsksByBalancer(this CodeFile file) => HasAny(file, BalancerChecks);

    /// <summary>It looks at its arguments, or starts other programs.</summary>
    public static bool MayHandOver(this CodeFile file) => HasAny(file, Starts);

    /// <summary>A page or a client that sends files.</summary>
    public static bool SendsFiles(this CodeFile file) => HasAny(file, Uploads, StringComparison.OrdinalIgnoreCase);

    /// <summary>It asks Flask for the application that runs.</summary>
    public static bool AsksForFlaskApplication(this CodeFile file) => Has(file, "current_app");

    /// <summary>The configuration of Next.js, or a middleware, that may send a path elsewhere.</summary>
    public static bool RewritesPaths(this CodeFile file) =>
        (IsNextConfiguration(file) && Has(file, "rewrites")) || (IsCalled(file, "middleware.") && Has(file, "rewrite("));

    /// <summary>The configuration of Next.js puts a path before those of all its files, which often comes from the environment.</summary>
    /// <remarks>Source: Next.js documentation, "basePath".</remarks>
    public static bool SetsBasePath(this CodeFile file) => IsNextConfiguration(file) && Has(file, "basePath");

    /// <summary>It says itself which methods pages of other origins may use, by a header or by an annotation of each handler.</summary>
    /// <remarks>Sources: Fetch standard, "CORS protocol"; Spring Framework, <c>@CrossOrigin</c>.</remarks>
    public static bool AnswersOtherOrigins(this CodeFile file) =>
        HasAny(file, ["Access-Control-Allow-Methods"], StringComparison.OrdinalIgnoreCase) || Has(file, "@CrossOrigin");

    /// <summary>Its functions run on the server of a framework for both sides.</summary>
    /// <remarks>Source: React, "'use server'".</remarks>
    public static bool RunsOnServer(this CodeFile file) => Has(file, "'use server'") || Has(file, "\"use server\"");

    private static bool IsNextConfiguration(CodeFile file) => IsCalled(file, "next.config.");

    private static bool IsCalled(CodeFile file, string beginning)
    {
        ArgumentNullException.ThrowIfNull(file);
        return file.File.Name.StartsWith(beginning, StringComparison.Ordinal);
    }

    private static bool Has(CodeFile file, string word) => HasAny(file, [word]);

    private static string? First(CodeFile file, string[] words)
    {
        ArgumentNullException.ThrowIfNull(file);
        return Array.Find(words, file.File.Mentions);
    }

    private static bool HasAny(CodeFile file, string[] words, StringComparison comparison = StringComparison.Ordinal)
    {
        ArgumentNullException.ThrowIfNull(file);
        return Array.Exists(words, word => file.File.Text.Contains(word, comparison));
    }
}
