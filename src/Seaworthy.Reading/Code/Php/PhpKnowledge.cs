using Seaworthy.Model.Declared.Code;
using Seaworthy.Reading.Code.Evaluating;
using Seaworthy.Reading.Code.Logging;
using Seaworthy.Reading.Code.Secrets;
using Seaworthy.Reading.Code.Truths;
using Seaworthy.Reading.Formats.Code;

namespace Seaworthy.Reading.Code.Php;

/// <summary>What Seaworthy knows about PHP.</summary>
internal sealed class PhpKnowledge : LanguageKnowledge
{
    public override IReadOnlyList<string> Markers { get; } =
    [
        "md5(",
        "sha1(",
        "hash(",
        "hash_hmac(",
        "error_log",
        .. LoggedCredentials.Markers,
        "Hash::make",
        "JWT::encode",
        "password_hash",
        "bcrypt(",
        "env(",
        "getenv",
        "Env::",
        "_ENV",
        "_SERVER['",
        "_SERVER[\"",
        "->required(",
        "Route::",
        "Route(",
        "Http::",
        "base_uri",
        "GuzzleHttp",
        "HttpClient",
        "curl_",
        "withRouting",
        "loadRoutesFrom",
        "$app->",
        "$router->",
        "ApiResource",
        // The validation of files.
        "mimes:",
        "'image'",
        "image|",
        "'file'",
        "file|",
        "createToken(",
        "extends Notification",
        "onQueue(",
        "ShouldQueue",
        "queueName()",
        "viaQueue()",
    ];

    public override IReadOnlyList<string> ImportMarkers { get; } = ["\nuse "];

    public override IReadOnlyList<FrameworkKnowledge> Frameworks { get; } =
    [
        new ConstantKnowledge(),
        new PhpEnvironment(),
        new PhpConfiguration(),
        new LaravelRoutes(),
        new LaravelStart(),
        new AppRoutes(),
        new SymfonyRoutes(),
        new PhpRequests(),
        new PhpUploadLimits(),
        new LaravelQueues(),
        new LaravelTables(),
        new TextTruths(),
        new LoggedValues(),
        new SigningCalls(),
        new SeededPasswords(),
        new FastPasswordHashes(),
    ];

    /// <summary>Templates are pages, and the helpers for editors list what exists elsewhere.</summary>
    public override Language? LanguageOf(string path) =>
        path.EndsWith(".php", StringComparison.Ordinal)
        && !path.EndsWith(".blade.php", StringComparison.Ordinal)
        && !path[(path.LastIndexOf('/') + 1)..].StartsWith("_ide_helper", StringComparison.Ordinal)
        && !path.Contains("storage/framework/", StringComparison.Ordinal)
            ? Language.Php
            : null;

    public override bool IsAlwaysRead(string path) => IsIn(path, "config/") || IsIn(path, "routes/");

    /// <summary>What fills a database or migrates it runs beside the application.</summary>
    public override bool IsTest(string path) =>
        base.IsTest(path) || path.EndsWith("Test.php", StringComparison.Ordinal) || IsIn(path, "database/");

    public override ValueRules ValuesOf(CodeSyntax syntax) => new PhpValueRules(syntax);

    private static bool IsIn(string path, string directory) =>
        path.StartsWith(directory, StringComparison.Ordinal) || path.Contains("/" + directory, StringComparison.Ordinal);
}
