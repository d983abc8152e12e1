using Seaworthy.Model;
using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Declared.DotEnv;
using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Known;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;
using Seaworthy.Reading.Linking.Jvm;
using Seaworthy.Reading.Linking.Values;

namespace Seaworthy.Reading.Linking.Configuration;

/// <summary>Variables that code reads to what its workload is given for them, and the other way round.</summary>
internal sealed class VariableLinker
{
    private static readonly HashSet<string> DatabaseHosts = new(StringComparer.Ordinal)
    {
        "DB_HOST",
        "DB_HOSTNAME",
        "DATABASE_HOST",
        "POSTGRES_HOST",
        "MYSQL_HOST",
        "MARIADB_HOST",
    };

    private static readonly HashSet<Language> Followed =
    [
        Language.JavaScript,
        Language.TypeScript,
        Language.Python,
        Language.Rust,
        Language.Go,
        Language.CSharp,
        Language.Java,
        Language.Kotlin,
        Language.Php,
        Language.Ruby,
        Language.Elixir,
    ];

    private static readonly IReadOnlyList<SourceSpan> Nowhere = [];

    private readonly Deployment deployment;
    private readonly ILookup<string, Target> targets;
    private readonly LoadedCode loaded;
    private readonly Lazy<UnimportedModules> unimported;
    private readonly WordMentions mentions;
    private readonly Dictionary<string, List<SourceSpan>> documented;
    private readonly HashSet<string> run;
    private readonly PerComponents<KeptNames> keptNames = new(KeptNames.Of);
    private readonly PerComponents<bool> opaque = new(OpaqueSettings.Of);
    private readonly PerComponents<IReadOnlyList<string>> prefixes = new(OpaqueSettings.PrefixesOf);
    private readonly PerComponents<HashSet<string>> own = new(Own);
    private readonly PerComponents<HashSet<string>> databaseReads = new(DatabaseReads);
    private readonly PerComponents<IReadOnlyList<ReadGroup>> reads = new(components => ReadGroup.Of(components, []));
    private readonly Dictionary<ReadGroup, VariableUse> said = new(ReferenceEqualityComparer.Instance);
    private readonly NameMarks marks = new();

    private VariableLinker(Deployment deployment, CodeModules modules)
    {
        this.deployment = deployment;
        targets = deployment.Targets.ToLookup(target => target.Name, StringComparer.Ordinal);
        loaded = new LoadedCode(deployment, modules);
        unimported = new Lazy<UnimportedModules>(() => new UnimportedModules(deployment));
        mentions = WordMentions.Of(
            deployment.Workloads.Where(HasSource).SelectMany(workload => workload.Supplied).Select(variable => variable.Name),
            TextSources.Readers(deployment)
        );
        documented = deployment
            .Of<EnvFile>()
            .SelectMany(file => file.Entries.Concat(file.CommentedOut))
            .GroupBy(entry => entry.Name.Value, entry => entry.Span, StringComparer.Ordinal)
            .ToDictionary(places => places.Key, places => places.ToList(), StringComparer.Ordinal);
        run = deployment
            .Workloads.SelectMany(workload => workload.Components)
            .Distinct<Component>(ReferenceEqualityComparer.Instance)
            .SelectMany(component =>
                component.Code.Select(file => file.File.Path).Concat(component.Properties.Select(file => file.File.Path))
            )
            .ToHashSet(StringComparer.Ordinal);
    }

    public static IReadOnlyList<WorkloadVariables> Link(Deployment deployment, CodeModules modules)
    {
        VariableLinker linker = new(deployment, modules);
        return [.. deployment.Workloads.Where(HasSource).Select(linker.Of)];
    }

    // A server of files that is pulled runs nothing of what is mounted into it.
    private static bool HasSource(Workload workload) =>
        workload is not { Image: null, Public.Role: ImageRole.Proxy or ImageRole.WebServer }
        // A program that is pulled reads what it knows, whatever of the repository is mounted for it.
        && workload is not { Image: null, Public: null, Reference: not null }
        && workload.Components.Any(component => component.Language is { } language && Followed.Contains(language));

    // A Java service with a page in JavaScript: what its own source reads nobody has seen.
    private static bool IsOfUnreadLanguage(Artifact manifest) => manifest is JavaBuild or Gemfile or ComposerJson;

    private WorkloadVariables Of(Workload workload)
    {
        GivenVariables given = new(Given(workload));
        var kept = keptNames.Of(workload);
        var jvm = JvmVariables.Of(deployment, workload);
        var unread = jvm is null ? Unread(workload, kept) : Idle(workload, jvm);
        var candidates = jvm is null ? unread : Unset(workload, jvm, kept);
        var paths = loaded.Of(workload);
        paths = jvm is null ? paths : paths.Concat(jvm.Reads.Select(read => read.Span.File.Path)).ToHashSet(StringComparer.Ordinal);
        // Looks through all source of the workload: asked once, and only when a variable is not supplied.
        Lazy<string?> undecided = new(() => jvm?.UndecidedBecause ?? Undecided(workload));
        Lazy<NearNames> near = new(() => new NearNames(candidates, kept, marks));
        var groups = jvm is null ? reads.Of(workload) : ReadGroup.Of(workload.Components, jvm.Reads);
        Lazy<SetByScript> script = new(() => new SetByScript(deployment, workload));
        UnloadedReads unloaded = new(deployment, workload, paths, unimported);
        var uses = groups.Select(group => Use(workload, Ordered(group.Reads, paths), given, near, unloaded, undecided, script));
        if (jvm is null)
        {
            return new WorkloadVariables(workload, new SharedUses(workload, [.. groups.Zip(uses, Shared)]), unread);
        }

        List<VariableUse> own = [.. uses];
        return new WorkloadVariables(workload, [.. own, .. Slips(workload, jvm, own)], unread) { Unmentioned = candidates };
    }

    private static IReadOnlyList<EnvironmentRead> Ordered(IReadOnlyList<EnvironmentRead> reads, IReadOnlySet<string> loaded) =>
        reads.Count == 1
            ? reads
            :
            [
                .. reads
                    .OrderBy(read => read.Default is not null ? 1 : 0)
                    .ThenByDescending(read => (int)read.Demand)
                    .ThenByDescending(read => loaded.Contains(read.Span.File.Path) ? 1 : 0)
                    .ThenBy(read => read.Span.File.Path, StringComparer.Ordinal)
                    .ThenBy(read => read.Span.Start),
            ];

    /// <summary>The last of a name wins: the tree wins over stated facts.</summary>
    private List<SuppliedVariable> Given(Workload workload) =>
        [.. workload.Supplied.Where(IsTold), .. DotEnvSupply.Of(deployment, workload), .. workload.Supplied.Where(one => !IsTold(one))];

    private VariableUse Use(
        Workload workload,
        IReadOnlyList<EnvironmentRead> reads,
        GivenVariables given,
        Lazy<NearNames> near,
        UnloadedReads unloaded,
        Lazy<string?> undecided,
        Lazy<SetByScript> script
    )
    {
        var name = reads[0].Name;
        var supply = given.For(reads);
        var promised = supply is null ? workload.FindPromised(name) : null;
        return new VariableUse
        {
            Name = name,
            Workload = workload,
            Reads = reads,
            Supply = supply,
            Promised = promised,
            Near = supply is null ? near.Value.To(name) : null,
            UndecidedBecause = supply is null ? undecided.Value ?? Undecided(workload, name, script.Value) ?? unloaded.Why(reads[0]) : null,
            IsLoaded = unloaded.IsLoaded(reads[0]),
            FixedAt =
                reads[0].IsBuildTime
                && (promised is not null || supply is not (null or { Origin: SupplyOrigin.Stated }))
                && reads.Any(read => !BuildStep.IsConfiguration(read.Span.File) || BuildStep.IsRoute(read))
                    ? BuildStep.Without(deployment, workload, name)
                    : null,
            MayRunOnServer =
                reads[0].IsBuildTime
                && !reads.All(BuildStep.IsRoute)
                && workload.Components.Any(component => component.Frameworks.Contains("next")),
            MayBeReplacedAtStart = reads[0].IsBuildTime && BuildStep.IsHandled(workload, name),
            Documented = documented.TryGetValue(name, out var places) ? places : Nowhere,
        };
    }

    private string? Undecided(Workload workload) =>
        workload.SuppliesMoreBecause
        ?? targets[workload.TargetName].FirstOrDefault(target => target.Kind == workload.Kind)?.PartialBecause
        ?? DotEnvSupply.MayAdd(deployment, workload);

    private static string? Undecided(Workload workload, string name, SetByScript script) =>
        script.Of(name) ?? SetByScript.OfSettings(workload, name);

    /// <summary>The facts about the same reads for the workload before, if this one adds nothing.</summary>
    private VariableUse Shared(ReadGroup group, VariableUse use)
    {
        if (said.TryGetValue(group, out var before) && SharedUses.AreSame(before, use))
        {
            return before;
        }

        said[group] = use;
        return use;
    }

    private IReadOnlyList<SuppliedVariable> Unread(Workload workload, KeptNames kept)
    {
        if (
            opaque.Of(workload)
            || UnreadSource.IsIn(deployment.Tree, workload)
            || workload.Components.Any(component => component.Manifests.Any(IsOfUnreadLanguage))
            || (workload.Image?.Build.Context is { } context && deployment.In<Manifest>(context).Any(IsOfUnreadLanguage))
        )
        {
            return [];
        }

        return Unmentioned(workload, kept);
    }

    /// <summary>For an application whose properties any variable may set: those that set none and are in no text.</summary>
    private IReadOnlyList<SuppliedVariable> Unset(Workload workload, JvmVariables jvm, KeptNames kept) =>
        [.. Unmentioned(workload, kept).Where(variable => !jvm.MaySet(variable.Name))];

    private IReadOnlyList<SuppliedVariable> Idle(Workload workload, JvmVariables jvm)
    {
        var here = own.Of(workload);
        return [.. workload.Supplied.Where(variable => IsOwn(variable) && jvm.IsIdle(variable.Name) && !IsMentioned(variable.Name, here))];
    }

    /// <summary>Frameworks read the names of their own properties by themselves, but only those that are spelled right.</summary>
    private IEnumerable<VariableUse> Slips(Workload workload, JvmVariables jvm, IEnumerable<VariableUse> uses) =>
        jvm.UndecidedBecause is not null || targets[workload.TargetName].Any(target => target.PartialBecause is not null)
            ? []
            : JvmSlips.Of(
                workload,
                jvm,
                [.. workload.Supplied.Where(variable => IsOwn(variable) && !IsMentioned(variable.Name, own.Of(workload)))],
                uses.Select(use => use.Near?.Name).OfType<string>().ToHashSet(StringComparer.Ordinal)
            );

    private static bool IsOwn(SuppliedVariable variable) =>
        variable.Origin is not (SupplyOrigin.ImageEnv or SupplyOrigin.EnvFile or SupplyOrigin.Stated);

    private static bool IsTold(SuppliedVariable variable) => variable.Origin == SupplyOrigin.Stated;

    private static HashSet<string> Own(IReadOnlyList<Component> components) =>
        components
            .SelectMany(component => component.Code)
            .Select(file => file.File.Path)
            .Concat(components.SelectMany(component => component.Properties).Select(file => file.File.Path))
            .ToHashSet(StringComparer.Ordinal);

    private IReadOnlyList<SuppliedVariable> Unmentioned(Workload workload, KeptNames kept)
    {
        var here = own.Of(workload);
        return
        [
            .. workload.Supplied.Where(variable =>
                IsOwn(variable)
                && (!AmbientVariables.MayBeReadUnseen(variable.Name) || IsBesideItsParts(workload, variable.Name))
                && workload.Image?.Final.PublicBase?.HasSetting(variable.Name) is not true
                && !IsMentioned(variable.Name, here, kept)
                && !mentions.FilesWith(variable.Name).Any(path => IsMounted(workload, path))
                && !prefixes.Of(workload).Any(prefix => variable.Name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
                && !UnseenReads.Of(workload, variable.Name)
            ),
        ];
    }

    /// <summary>
    /// Source that puts the address of its database together from a host, a user and a password, or reads the whole under another name, leaves it to no library to read this one.
    /// </summary>
    private bool IsBesideItsParts(Workload workload, string name) =>
        SimilarName.IsDatabaseAddress(name)
        && databaseReads
            .Of(workload)
            .Any(read =>
                (name == "DATABASE_URL" && DatabaseHosts.Contains(read))
                || (read != name && SimilarName.IsDatabaseAddress(read) && IsOfMongo(read) == IsOfMongo(name))
            );

    /// <summary>The names by which source reads the address of a database, whole or in parts.</summary>
    private static HashSet<string> DatabaseReads(IReadOnlyList<Component> components) =>
        components
            .SelectMany(component => component.Code)
            .SelectMany(file => file.EnvironmentReads)
            .Select(read => read.Name)
            .Where(name => DatabaseHosts.Contains(name) || SimilarName.IsDatabaseAddress(name))
            .ToHashSet(StringComparer.Ordinal);

    private static bool IsOfMongo(string name) => name.Contains("MONGO", StringComparison.OrdinalIgnoreCase);

    /// <summary>A container that mounts the repository may run any directory of it, even if another container runs that too.</summary>
    private static bool IsMounted(Workload workload, string path) =>
        workload.Mounts.Any(mount =>
            mount is { Kind: MountKind.Bind, Source: { } source }
            && (source.Length == 0 || path == source || path.StartsWith(source + "/", StringComparison.Ordinal))
        );

    // Code that another workload runs does not read for this one; everything else may.
    private bool IsMentioned(string name, HashSet<string> own, KeptNames? kept = null) =>
        mentions.FilesWith(name).Any(path => (own.Contains(path) || !run.Contains(path)) && kept?.IsAllOf(name, path) is not true);
}
