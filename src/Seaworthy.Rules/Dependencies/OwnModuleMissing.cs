using Seaworthy.Model;
using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Dependencies;

/// <summary>Source imports a module of its own repository that no clone of it has.</summary>
internal sealed class OwnModuleMissing : Rule<ModuleImports>
{
    private const int MostPlaces = 5;

    private static readonly HashSet<string> PrivateWords = new(StringComparer.OrdinalIgnoreCase)
    {
        "secret",
        "secrets",
        "credential",
        "credentials",
        "key",
        "keys",
        "local",
        "config",
        "environment",
    };

    public override RuleInfo Info { get; } =
        new()
        {
            Id = "dependencies/own-module-missing",
            Title = "Imported module that the repository does not have",
            Area = Area.Dependencies,
            Severity = Severity.High,
            Certainty = Certainty.Likely,
            Rationale =
                "It works on the author's machine, which has the file or takes capitals for small letters; a clone without it, or on Linux, stops at the import.",
            Holds = "The modules that the program imports by their place are in the repository.",
        };

    public override IEnumerable<ModuleImports> Subjects(Deployment deployment) => deployment.All<ModuleImports>();

    protected override Subject Identify(ModuleImports subject) => new(subject.Component.Title, subject.Entry.File.Whole);

    protected override IEnumerable<Verdict> Check(ModuleImports subject, Deployment deployment) =>
        // What one line of .gitignore keeps out, and what somebody forgot to commit, is one cause however much it is.
        subject
            .Absent.GroupBy(module => new
            {
                module.UnknownBecause,
                module.IgnoredBy,
                Alone = module.OtherCase is null ? null : module.Path,
            })
            .Select(same => Of(subject, [.. same], deployment));

    private Verdict Of(ModuleImports subject, IReadOnlyList<AbsentModule> modules, Deployment deployment)
    {
        var first = modules[0];
        var place = first.Places[0];
        var places = modules.SelectMany(module => module.Places).ToList();
        var others = modules.Count > 1 ? $", nor {string.Join(", ", modules.Skip(1).Take(MostPlaces).Select(module => module.Path))}" : "";
        var more = modules.Count > MostPlaces + 1 ? " and others" : "";
        // What no program loads is not followed: there may be more.
        var importing = places.Select(import => import.File.Path).Distinct(StringComparer.Ordinal).Count();
        var files = importing > 1 ? $" (at least {importing} files import from there)" : "";
        var said = $"{place.File.Path} imports {first.Module}, and {Reason(first)}{others}{more}{files}";
        var verdict =
            first.UnknownBecause is { } why ? Unknown(place, $"{said}; whether it is there when it is needed cannot be told: {why}.")
            : subject.IsForeign
                ? Warn(place, $"{said}: so it is with most of what {subject.Component.Title} imports, which perhaps runs elsewhere.")
                    .As(Severity.Medium)
            : IsPrivate(first) ? Warn(place, $"{said}: whoever builds has to write it first.").As(Severity.Medium)
            : MayBeElsewhere(first) ? Warn(place, $"{said}: {Consequence(subject.Language)}, unless the alias leads elsewhere as well.")
            : first.OtherCase is null ? Fail(place, $"{said}: {Consequence(subject.Language)}.")
            : MayStayOffLinux(deployment)
                ? Warn(
                        place,
                        $"{said}: on Linux {Consequence(subject.Language)}; Windows and macOS find it, and nothing here shows a Linux that builds it."
                    )
                    .As(Severity.Medium)
            : Fail(place, $"{said}: on Linux {Consequence(subject.Language)}.");
        return verdict
            .Related(places.Skip(1).Take(MostPlaces - 1))
            .Related(first.OtherCase is null ? first.IgnoredBy : null, "keeps it out of every clone")
            .Remedy(Remedy(first))
            .VerifyGoneOr($"git ls-files --error-unmatch {first.Path}{"*"}");
    }

    /// <summary>Neither an image nor a pipeline nor a target is here, and settings name a drive of Windows: <c>D:\home</c>.</summary>
    private static bool MayStayOffLinux(Deployment deployment) =>
        deployment is { Images.Count: 0, Pipelines.Count: 0, Targets.Count: 0 }
        && deployment.Of<AppSettings>().Any(settings => settings.NamesWindowsDrive);

    /// <summary>By its name not for everybody, and kept out on purpose: <c>secrets.ts</c>, <c>config.local.js</c>.</summary>
    private static bool IsPrivate(AbsentModule module) =>
        module.OtherCase is null && module.Path[(module.Path.LastIndexOf('/') + 1)..].Split('.', '-', '_').Any(PrivateWords.Contains);

    /// <summary>By an alias of the project's own, which the compiler may look up at several places; <c>@/</c> and <c>~/</c> are its source.</summary>
    private static bool MayBeElsewhere(AbsentModule module) => module.OtherCase is null && module.Module is ['@', not '/', ..] or ['#', ..];

    private static string Reason(AbsentModule module) =>
        module switch
        {
            { OtherCase: { } actual } => $"the repository has {actual}, whose letters have another case",
            { IgnoredBy: { } line } => $"{line.File.Path}:{line.StartLine} keeps {module.Path} out of every clone",
            _ => $"there is no {module.Path}",
        };

    private static string Consequence(Language language) =>
        language == Language.Python
            ? "the program stops with `ModuleNotFoundError`"
            : "the build, or the program as it starts, stops because it cannot find the module";

    private static string Remedy(AbsentModule module) =>
        module switch
        {
            { OtherCase: { } actual } => $"Import it as `{actual}` spells it: Linux tells capitals from small letters.",
            { IgnoredBy: { } line } =>
                $"Narrow the pattern `{line.Written}` ({line}): with a slash in front it means its own directory alone. Then `git add {module.Path}`.",
            _ => $"Commit {module.Path}, or remove the import.",
        };
}
