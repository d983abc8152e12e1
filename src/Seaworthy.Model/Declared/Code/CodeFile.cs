using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Code;

/// <summary>What one source file says about deployment. Names are local to the file; <c>Linking</c> follows them across files.</summary>
public sealed record CodeFile(SourceFile File, Language Language) : Artifact(File)
{
    public IReadOnlyList<CodeImport> Imports { get; init; } = [];

    public IReadOnlyList<CodeConstant> Constants { get; init; } = [];

    public IReadOnlyList<EnvironmentRead> EnvironmentReads { get; init; } = [];

    /// <summary>Properties of the program's configuration that it takes by name (Spring, MicroProfile, Micronaut).</summary>
    public IReadOnlyList<PropertyRead> PropertyReads { get; init; } = [];

    public IReadOnlyList<Listener> Listeners { get; init; } = [];

    public IReadOnlyList<Router> Routers { get; init; } = [];

    public IReadOnlyList<Route> Routes { get; init; } = [];

    public IReadOnlyList<RouterMount> Mounts { get; init; } = [];

    public IReadOnlyList<HttpCall> Calls { get; init; } = [];

    public IReadOnlyList<OpenedPath> OpenedPaths { get; init; } = [];

    /// <summary>Databases in files, and directories for what people send.</summary>
    public IReadOnlyList<KeptPath> KeptPaths { get; init; } = [];

    /// <summary>Everything else a framework reader saw and a rule may ask for: <c>django.debug</c>, <c>cors.origin</c>, <c>celery.app</c>, <c>static.root</c>…</summary>
    public IReadOnlyList<FrameworkSetting> Settings { get; init; } = [];

    /// <summary>For Python: it writes a scheme alone, to look for it in an address or to put it there: <c>url.replace("postgres://", "postgresql+asyncpg://")</c>.</summary>
    public bool ChangesDatabaseDriver => Language == Language.Python && DatabaseSchemes.AreChangedIn(File);

    /// <summary>It connects to a socket of the machine, through which requests go whatever host they name: <c>http://unix/status</c>.</summary>
    public bool DialsSocket { get; init; }

    /// <summary>For React: it begins with <c>"use client"</c>, so a browser runs it.</summary>
    public bool IsClientModule { get; init; }

    /// <summary>For Go: when the compiler takes the file at all, as an expression of tags: <c>linux &amp;&amp; !profiling</c>. Null where nothing is asked.</summary>
    public string? BuildConstraint { get; init; }

    /// <summary>For Go: what the file gives to package <c>main</c> and takes from it; null in another package.</summary>
    public MainPackagePart? MainPackage { get; init; }

    /// <summary>A test, fixture, example or story: never part of what is deployed.</summary>
    public bool IsTest { get; init; }

    /// <summary>It holds the statement that creates a table.</summary>
    public bool Creates(string table) =>
        File.Mentions($"CREATE TABLE IF NOT EXISTS {table}", StringComparison.OrdinalIgnoreCase)
        || File.Mentions($"CREATE TABLE {table}", StringComparison.OrdinalIgnoreCase);
}
