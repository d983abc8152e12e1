using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Declared.Configuration;
using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Source;

namespace Seaworthy.Model.Topology;

/// <summary>A piece of software in the repository: a source root and what its code declares, listens on, serves, calls and reads.</summary>
/// <param name="Root">The directory of its manifest; empty for the repository's root.</param>
public sealed record Component(string Name, string Root)
{
    /// <summary>The name in a sentence; an application at the root of a repository may have none of its own.</summary>
    public string Title => Name is "." or "" ? "the application at the root" : Name;

    /// <summary>Its package manifests and project files.</summary>
    public IReadOnlyList<Artifact> Manifests { get; init; } = [];

    /// <summary>Its source files, tests left out.</summary>
    public IReadOnlyList<CodeFile> Code { get; init; } = [];

    public Language? Language { get; init; }

    /// <summary>The files from which a program on the JVM takes its properties, in the order in which later ones win.</summary>
    public IReadOnlyList<ApplicationProperties> Properties { get; init; } = [];

    /// <summary>Known frameworks it declares: <c>express</c>, <c>fastapi</c>, <c>vite</c>, <c>actix-web</c>…</summary>
    public IReadOnlySet<string> Frameworks { get; init; } = new HashSet<string>();

    /// <summary>A server framework it declares that is not read: it may listen and serve in ways unknown.</summary>
    public string? UnreadFramework { get; init; }

    public IReadOnlyList<ServedRoute> Routes { get; init; } = [];

    /// <summary>Why routes may exist that were not read (computed prefixes, unknown frameworks); null when the list is whole.</summary>
    public string? RoutesIncompleteBecause { get; init; } = "its source was not read";

    /// <summary>Routers with routes that nothing mounts: nobody can reach them.</summary>
    public IReadOnlyList<Fact<string>> UnmountedRouters { get; init; } = [];

    /// <summary>Its source ends as files for a browser; no process of it runs on a server.</summary>
    public bool IsStaticSite { get; init; }

    /// <summary>It runs on phones, not on a server of the repository.</summary>
    public bool IsForPhones => Manifests.Any(manifest => manifest is Pubspec { IsFlutter: true });

    /// <summary>The file that stands for it in a report: its first manifest, else its first source.</summary>
    public SourceFile DeclaredIn => Manifests.Count > 0 ? Manifests[0].File : Code[0].File;

    /// <summary>Its source reads a variable of the environment with such a name.</summary>
    public bool Reads(Func<string, bool> isMeant) => Code.Any(file => file.EnvironmentReads.Any(read => isMeant(read.Name)));

    public bool Contains(string path) =>
        Root.Length == 0 || (path.StartsWith(Root, StringComparison.Ordinal) && (path.Length == Root.Length || path[Root.Length] == '/'));
}
