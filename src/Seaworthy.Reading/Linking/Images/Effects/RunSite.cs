using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Declared.Scripts.Commands;
using Seaworthy.Model.Known;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Images.Effects;

/// <summary>One command of a RUN instruction in the place where it runs, and the layers it can leave.</summary>
/// <param name="Workdir">The WORKDIR in force; null when unknown.</param>
/// <param name="Here">Where the command itself runs, after every <c>cd</c> before it.</param>
/// <param name="Before">What the stage holds when the instruction begins.</param>
internal sealed record RunSite(CommandLine Line, string? Workdir, string? Here, ImageFiles Before, SourceSpan Span)
{
    private const string Why = "this RUN may create it";

    /// <summary>What an ARG or ENV sets for the instruction.</summary>
    public Func<string, string?> Variable { get; init; } = _ => null;

    /// <summary>What the repository knows of the programs that are built.</summary>
    public required RepositoryBuilds Built { get; init; }

    public ShellCommand Command => Line.Command;

    public string Verb => Line.Verb;

    /// <summary>The arguments that are literal, options included.</summary>
    public IEnumerable<string> Words => Line.Arguments.Select(word => word.Literal).OfType<string>();

    /// <summary>Anything may have been made, anywhere.</summary>
    public ImageLayer Everything => new ImageLayer.Opened("/", Why, Span);

    /// <summary>Installers put their files anywhere but among the sources in the working directory.</summary>
    public ImageLayer Elsewhere => new ImageLayer.Opened("/", Why, Span) { Lacks = IsAmongSources, LacksAs = $"elsewhere {Workdir}" };

    /// <summary>Packages for the whole system go into directories of their own: neither among the sources nor as a file right below the root.</summary>
    public ImageLayer SystemWide =>
        new ImageLayer.Opened("/", Why, Span)
        {
            Lacks = path => IsAmongSources(path) || (path.LastIndexOf('/') == 0 && path.Contains('.', StringComparison.Ordinal)),
            LacksAs = $"system {Workdir}",
        };

    /// <summary>
    /// The directory that holds all of a project whose build runs here: the working directory, or what is directly above a build that starts in it.
    /// Configurations write to <c>../public</c> and read workspaces above, but leave the project they are of alone.
    /// </summary>
    public string? ProjectRoot
    {
        get
        {
            if (Here is null)
            {
                return null;
            }

            if (Workdir is not null and not "/" && Here != Workdir && ImagePath.Inside(Workdir, Here) is not null)
            {
                return Workdir;
            }

            var parent = Here[..Math.Max(Here.LastIndexOf('/'), 0)];
            return parent.Length == 0 ? Here : parent;
        }
    }

    public ImageLayer Project => Open(ProjectRoot);

    public ImageLayer Open(string? path) => path is null ? Everything : new ImageLayer.Opened(path, Why, Span);

    private bool IsAmongSources(string path) => Workdir is not (null or "/") && ImagePath.Inside(Workdir, path) is not null;

    public ImageLayer Open(string? path, Func<string, bool> lacks) =>
        path is null ? Everything : new ImageLayer.Opened(path, Why, Span) { Lacks = lacks };

    /// <summary>Every directory of a name in the project.</summary>
    public ImageLayer OpenEverywhere(string name, Func<string, bool>? lacks = null) =>
        ProjectRoot is { } root ? new ImageLayer.OpenedEverywhere(root, name, Why, Span) { Lacks = lacks } : Everything;

    /// <summary>A file or directory that the command makes; anything, where its name is computed.</summary>
    public ImageLayer Make(ShellWord? word) => Path(word) is { } path ? new ImageLayer.Made(path, null, Span) : Open(PatternRoot(word));

    public ImageLayer OpenAt(ShellWord? word) => Open(Path(word) ?? PatternRoot(word));

    public ImageLayer OpenBelow(string relative) => Open(ImagePath.Join(Here, relative));

    /// <summary>The installation of the package here runs scripts of the repository; where its package.json is not known, it may.</summary>
    public bool HasInstallScript() =>
        Package is not { } package || package.Scripts.Any(script => LifecycleScripts.RunAtInstall(script.Name));

    /// <summary>What the installation runs generates code or sets git up, and builds nothing.</summary>
    public bool InstallScriptsAreQuiet =>
        Package is { } package
        && package
            .Scripts.Where(script => LifecycleScripts.RunAtInstall(script.Name))
            .SelectMany(script => script.Commands)
            .All(command => LifecycleScripts.IsQuiet(CommandLine.Of(command).Program));

    /// <summary>Where the image holds the package of a workspace that is named by its directory or by its own name; null when it is not there.</summary>
    public string? FindWorkspace(string name)
    {
        var plain = name.Replace("...", "", StringComparison.Ordinal).TrimStart('^');
        return
            ImagePath.Join(Here, plain) is { } path
            && Built.FindPackage(Before.Find(ImagePath.Under(path, "package.json")).Actual) is not null
            ? path
            : Built
                .PackagesNamed(plain)
                .SelectMany(package => Before.PathsOf(package.File.Path))
                .Select(fact => ImagePath.Parent(fact.Value))
                .FirstOrDefault();
    }

    /// <summary>The package.json of the repository that lies where the command runs; null when it is not known.</summary>
    public PackageJson? Package => Here is null ? null : Built.FindPackage(Before.Find(ImagePath.Under(Here, "package.json")).Actual);

    /// <summary>The absolute path that a word names; null when it is computed.</summary>
    public string? Path(ShellWord? word) => word is not null && Text(word) is { } text ? ImagePath.Join(Here, text) : null;

    /// <summary>The directory above the first wildcard or brace of a word: <c>logs</c> in <c>logs/{api,web}</c>.</summary>
    private string? PatternRoot(ShellWord? word)
    {
        if (word is not { IsPattern: true } || word.Raw.AsSpan().ContainsAny('$', '"', '`'))
        {
            return null;
        }

        var literal = word.Raw[..Math.Max(word.Raw.AsSpan().IndexOfAny("*?[{"), 0)];
        return ImagePath.Join(Here, literal[..(literal.LastIndexOf('/') + 1)]);
    }

    /// <summary>A word with the variables of the build put in.</summary>
    public string? Text(ShellWord word) => word.With(Variable);
}
