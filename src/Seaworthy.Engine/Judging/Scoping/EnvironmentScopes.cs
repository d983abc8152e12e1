using Seaworthy.Engine.Environments;
using Seaworthy.Model;
using Seaworthy.Model.Declared.Compose;
using Seaworthy.Model.Declared.Dockerfiles;
using Seaworthy.Model.Declared.DotEnv;
using Seaworthy.Model.Declared.Kubernetes;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Declared.Terraform;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;
using Seaworthy.Reading.Linking.Targets;
using Seaworthy.Rules;

namespace Seaworthy.Engine.Judging.Scoping;

/// <summary>The environment in which a file of the product is used: by its own name, by the targets that it belongs to, by the workloads that run what it builds.</summary>
internal sealed class EnvironmentScopes
{
    private readonly Deployment deployment;
    private readonly Func<SourceSpan, SubjectScope> scopeOf;
    private readonly Dictionary<string, SubjectScope> ofTargets = new(StringComparer.Ordinal);
    private readonly LastBefore<Workload> workloads;
    private readonly ILookup<string, Target> forProduction;
    private readonly HashSet<SourceFile> ofProduction;
    private readonly ILookup<string, Image> images;
    private readonly HashSet<SourceFile> pipelines;
    private readonly ILookup<string, Dockerfile> dockerfilesForProduction;

    /// <param name="deployment">What was read.</param>
    /// <param name="scopeOf">The whole answer for another place: who builds an image only for a sample, builds a sample.</param>
    public EnvironmentScopes(Deployment deployment, Func<SourceSpan, SubjectScope> scopeOf)
    {
        this.deployment = deployment;
        this.scopeOf = scopeOf;
        workloads = new LastBefore<Workload>(deployment.Workloads, workload => workload.Span);
        var production = deployment.Targets.Where(target => target.Environment == TargetEnvironment.Production).ToList();
        ofProduction = [.. production.SelectMany(target => target.Files)];
        forProduction = production
            .Where(target => target is { Kind: TargetKind.Compose, PartialBecause: null, Files.Count: 1 })
            .ToLookup(target => target.Files[0].Directory, StringComparer.Ordinal);
        pipelines = [.. deployment.Pipelines.Select(pipeline => pipeline.Declared.File)];
        dockerfilesForProduction = deployment
            .Of<Dockerfile>()
            .Where(dockerfile => EnvironmentName.Of(dockerfile.File.Name) == TargetEnvironment.Production)
            .ToLookup(dockerfile => dockerfile.File.Directory, StringComparer.Ordinal);
        images = deployment
            .Images.Where(image => !image.Build.IsAssumed)
            .ToLookup(image => image.Dockerfile.File.Path, StringComparer.Ordinal);
        // A directory of manifests may be as many targets as it has namespaces, each of all its files.
        Dictionary<string, TargetEnvironment> ofNames = new(StringComparer.Ordinal);
        foreach (var target in deployment.Targets)
        {
            var idle = IdleBecause(target);
            var isNamed = EnvironmentOf(target.Name) != TargetEnvironment.Unstated;
            var twin = TwinOf(target);
            foreach (var file in target.Files)
            {
                // The directory of a file that another includes says nothing of where it is used.
                Add(file.Path, In(target, file, isNamed, EnvironmentOf(file.Path == target.Name ? file.Path : file.Name), twin, idle));
            }
        }

        TargetEnvironment EnvironmentOf(string name) =>
            ofNames.TryGetValue(name, out var known) ? known : ofNames[name] = EnvironmentName.Of(name);
    }

    public SubjectScope Of(SourceSpan place) =>
        SidePlace.IsOfEditor(place.File) ? new(Scope.Development, "An editor builds it for developers (.devcontainer).")
        : SidePlace.IsLaunchProfile(place.File) ? new(Scope.Development, "Editors and `dotnet run` read it; no build takes it along.")
        : deployment.At<Dockerfile>(place.File.Path) is { } dockerfile ? OfDockerfile(dockerfile, place)
        : OfService(place) ?? ofTargets.GetValueOrDefault(place.File.Path) ?? OfName(place.File);

    private void Add(string path, SubjectScope scope)
    {
        if (!ofTargets.TryGetValue(path, out var known) || scope.Scope > known.Scope)
        {
            ofTargets[path] = scope;
        }
    }

    /// <summary>What a target says of one of its files. The name of an override says nothing of the file below it: others may load that with another override, or alone.</summary>
    private static SubjectScope In(Target target, SourceFile file, bool isNamed, TargetEnvironment own, Target? twin, string? idle) =>
        own != TargetEnvironment.Unstated ? Named(own, file)
        : isNamed && target.Environment is TargetEnvironment.Development or TargetEnvironment.Test ? SubjectScope.Unstated
        : twin is not null ? new(Scope.Development, $"{twin.Name} beside it is for production.")
        : idle is not null ? new(Scope.Development, idle)
        : ScopeOf(target.Environment) is Scope.Any ? SubjectScope.Unstated
        : new SubjectScope(
            ScopeOf(target.Environment),
            isNamed ? $"{target.Name} is for {Word(target.Environment)} by its name."
                : target.EnvironmentBecause is { } because ? $"{target.Name} is for {Word(target.Environment)}: {because}."
                : $"The target {target.Name} is for {Word(target.Environment)}."
        );

    /// <summary>Why a pipeline deploys the software by another way than such a target.</summary>
    private string? IdleBecause(Target target) =>
        target switch
        {
            { Environment: not TargetEnvironment.Unstated } => null,
            { Kind: TargetKind.Kubernetes } => UnappliedManifests.Because(deployment),
            { Kind: TargetKind.Compose } => LocalCompose.Because(deployment),
            _ => null,
        };

    /// <summary>A compose project of the same directory that is for production by its name, and whole without a file of this one.</summary>
    private Target? TwinOf(Target target) =>
        target is { Kind: TargetKind.Compose, Environment: TargetEnvironment.Unstated } && !target.Files.Any(ofProduction.Contains)
            ? forProduction[target.Files[0].Directory].FirstOrDefault()
            : null;

    /// <summary>A service of its own profile: <c>profiles: [dev]</c>.</summary>
    private SubjectScope? OfService(SourceSpan place) =>
        deployment.At<ComposeFile>(place.File.Path) is not null
        && workloads.At(place) is { } own
        && EnvironmentName.Of(own.TargetName) == TargetEnvironment.Unstated
        && own.Environment is TargetEnvironment.Development or TargetEnvironment.Test
        && ofTargets.GetValueOrDefault(place.File.Path) is not { Scope: Scope.Development or Scope.Test }
            ? new(ScopeOf(own.Environment), $"Only a profile for {Word(own.Environment)} starts {own.Name} ({own.Span}).")
            : null;

    private SubjectScope OfDockerfile(Dockerfile dockerfile, SourceSpan place)
    {
        var stage = dockerfile.Stages.LastOrDefault(stage => stage.Span.Start <= place.Start);
        var builds = images[dockerfile.File.Path].ToList();
        var own = stage is null ? builds : builds.Where(image => image.Find(stage) is not null).ToList();
        if (builds.Count > 0 && own.Count == 0)
        {
            return new(Scope.Sample, $"No build here uses the stage {stage?.Name?.Value}.");
        }

        return own.Count == 0
            ? OfTwin(dockerfile.File) ?? OfName(dockerfile.File)
            : own.Select(OfBuild).MaxBy(scope => (int)scope.Scope) ?? SubjectScope.Unstated;
    }

    /// <summary>Nothing here builds it, and one beside it is called after production.</summary>
    private SubjectScope? OfTwin(SourceFile file) =>
        EnvironmentName.Of(file.Name) == TargetEnvironment.Unstated && dockerfilesForProduction[file.Directory].FirstOrDefault() is { } twin
            ? new(Scope.Development, $"{twin.File.Path} beside it is for production.")
            : null;

    private SubjectScope OfBuild(Image image)
    {
        var users = deployment.WorkloadsOf(image).ToList();
        return users.Count > 0 && !IsBuiltByPipeline(image)
                ? users.Select(user => scopeOf(user.Span)).MaxBy(scope => (int)scope.Scope) ?? SubjectScope.Unstated
            : users.Count == 0 && image.IsForDevelopment
                ? new(Scope.Development, "The Dockerfile or the stage that is built is for development or tests by its name.")
            : users.Select(user => scopeOf(user.Span)).FirstOrDefault(scope => scope.Scope == Scope.Production) ?? SubjectScope.Unstated;
    }

    /// <summary>A pipeline builds it to keep: it is for more than those here that run it.</summary>
    private bool IsBuiltByPipeline(Image image) => !image.Build.IsTrial && image.Build.Places.Any(place => pipelines.Contains(place.File));

    /// <summary>Names of directories count for files that declare an environment; a source directory may be called like one.</summary>
    private SubjectScope OfName(SourceFile file)
    {
        var path = file.Path;
        var isDeclaration =
            deployment.At<ComposeFile>(path) is not null
            || deployment.At<KubernetesManifest>(path) is not null
            || deployment.At<TerraformFile>(path) is not null
            || deployment.At<EnvFile>(path) is not null;
        var environment =
            isDeclaration ? EnvironmentName.Of(path)
            : SidePlace.IsWorkflow(path) ? TargetEnvironment.Unstated
            : EnvironmentName.Of(file.Name);
        return
            environment == TargetEnvironment.Unstated
            || (!isDeclaration && environment is not (TargetEnvironment.Development or TargetEnvironment.Test))
            || (!isDeclaration && deployment.At<ShellScript>(path) is null && !IsSettings(file.Name))
            ? SubjectScope.Unstated
            : Named(environment, file);
    }

    /// <summary><c>application-dev.yml</c>, <c>appsettings.Development.json</c>, <c>Dockerfile.dev</c>.</summary>
    private static bool IsSettings(string name) =>
        name.StartsWith("application-", StringComparison.OrdinalIgnoreCase)
        || name.StartsWith("appsettings.", StringComparison.OrdinalIgnoreCase)
        || name.Contains("Dockerfile", StringComparison.OrdinalIgnoreCase)
        || name.Contains("Containerfile", StringComparison.OrdinalIgnoreCase);

    private static SubjectScope Named(TargetEnvironment environment, SourceFile file) =>
        new(ScopeOf(environment), $"{file.Path} is for {Word(environment)} by its name.");

    private static Scope ScopeOf(TargetEnvironment environment) =>
        environment switch
        {
            TargetEnvironment.Development => Scope.Development,
            TargetEnvironment.Test => Scope.Test,
            TargetEnvironment.Staging or TargetEnvironment.Production => Scope.Production,
            _ => Scope.Any,
        };

    private static string Word(TargetEnvironment environment) =>
        environment == TargetEnvironment.Test ? "tests" : EnvironmentNaming.Word(environment);
}
