using Seaworthy.Model;
using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Declared.Compose;
using Seaworthy.Model.Declared.DotEnv;
using Seaworthy.Model.Known;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Configuration;

/// <summary>The file from which Compose takes variables is meant to have some that its service does not pass on, although its code reads them.</summary>
/// <remarks>Source: Docker documentation, "Environment variables in Compose": the <c>.env</c> file interpolates the Compose file, and sets nothing in a container.</remarks>
internal sealed class TemplateVariableNotPassed : Rule<IReadOnlyList<TemplateVariableNotPassed.Passing>>
{
    private const int MostPlaces = 12;

    private static readonly PerDeployment<IReadOnlyList<EnvSource>> Written = new(deployment =>
        [
            .. deployment
                .Commands.Where(site => site.Command.Redirects.Any(redirect => redirect.Target.Literal is { } target && IsEnv(target)))
                .Select(WrittenBy),
        ]
    );

    public override RuleInfo Info { get; } =
        new()
        {
            Id = "configuration/template-variable-not-passed",
            Title = "Variable not passed to container",
            Area = Area.Configuration,
            Severity = Severity.Medium,
            Certainty = Certainty.Likely,
            Rationale =
                "Compose uses `.env` only to fill in its own file. A variable that the service does not list never reaches the program.",
            Holds = "The service passes on every documented variable that its code reads.",
        };

    public override IEnumerable<IReadOnlyList<Passing>> Subjects(Deployment deployment) =>
        (
            from variables in deployment.Variables
            let workload = variables.Workload
            where workload is { Kind: TargetKind.Compose, Image: not null, SuppliesMoreBecause: null }
            let stack = deployment.ComposeStacks.FirstOrDefault(stack => stack.Name == workload.TargetName)
            where stack?.PartialBecause is null
            let service = stack?.Project.FindService(workload.Name)
            where service is { EnvFiles.Count: 0 }
            select new Passing(variables, stack, service)
        )
            .GroupBy(passing => passing.Stack)
            .Select(same => same.ToList());

    protected override Subject Identify(IReadOnlyList<Passing> subject) => new(subject[0].Stack.Name, subject[0].Workload.Span);

    // Services that share their code lack the same variables.
    protected override IEnumerable<Verdict> Check(IReadOnlyList<Passing> subject, Deployment deployment) =>
        subject
            .Select(passing => LostIn(passing, deployment))
            .OfType<LostVariables>()
            .GroupBy(lost => string.Join(' ', lost.Names))
            .Select(same => Lost([.. same], deployment));

    private static LostVariables? LostIn(Passing passing, Deployment deployment) =>
        Sources(passing, deployment)
            .Select(source => new LostVariables(
                passing,
                source,
                [.. passing.Variables.Uses.Where(use => source.Names.ContainsKey(use.Name) && IsLost(passing, use, source, deployment))]
            ))
            .FirstOrDefault(lost => lost.Uses.Count > 0);

    private Verdict Lost(List<LostVariables> same, Deployment deployment)
    {
        var (passing, source, uses) = same[0];
        List<string> names = [.. same[0].Names];
        var services = NameList.Of([.. same.Select(lost => lost.Passing.Workload.Name)], 3);
        var isOne = same.Count == 1;
        return Warn(
                passing.Service.Name.Span,
                $"{services} in {passing.Stack.Name} {(isOne ? "does" : "do")} not pass {VariableWords.List(names)} to {(isOne ? "its container" : "their containers")}; {source.Word}, and the code reads {(names.Count == 1 ? "it" : "them")}."
            )
            .Related(same.Skip(1).Take(MostPlaces).Select(lost => lost.Passing.Service.Name.Span))
            .Related(uses.Take(MostPlaces).Select(use => source.Names[use.Name]).Distinct(), source.Role)
            .Related(uses.Take(MostPlaces).Select(use => use.Strongest.Span), "read here")
            .Remedy(
                $"Add {VariableWords.List([.. names.Select(name => $"`{name}: ${{{name}:-}}`")])} to the `environment` of {passing.Workload.Name} ({passing.Workload.Span}){(isOne ? "" : " and the others")}."
            )
            .Verify(VariableWords.Show(passing.Workload, names[0], deployment));
    }

    /// <summary>The templates beside the project, and what pipelines write into <c>.env</c>, if this service takes variables from them.</summary>
    private static IEnumerable<EnvSource> Sources(Passing subject, Deployment deployment)
    {
        var taken = subject
            .Service.Environment.SelectMany(variable => variable.Value?.Variables ?? [])
            .Select(part => part.Variable)
            .OfType<string>()
            .ToHashSet(StringComparer.Ordinal);
        if (taken.Count == 0)
        {
            return [];
        }

        var documented = subject.Stack.Templates.Select(template => new EnvSource(
            $"{template.File.Path} documents {(template.Entries.Count == 1 ? "it" : "them")} for `.env`",
            "documented here",
            template
                .Entries.GroupBy(entry => entry.Name.Value, StringComparer.Ordinal)
                .ToDictionary(same => same.Key, same => same.Last().Span, StringComparer.Ordinal),
            template
        ));
        return Written.Of(deployment).Concat(documented).Where(source => source.Names.Keys.Any(taken.Contains));
    }

    private static EnvSource WrittenBy(CommandSite site)
    {
        List<string> names = [.. site.Command.WrittenVariables];
        return new EnvSource(
            $"{site.Subject} writes {(names.Count == 1 ? "it" : "them")} into `.env`",
            "written here",
            names.Distinct(StringComparer.Ordinal).ToDictionary(name => name, _ => site.Span, StringComparer.Ordinal),
            null
        );
    }

    private static bool IsEnv(string target) => target == ".env" || target.EndsWith("/.env", StringComparison.Ordinal);

    private static bool IsLost(Passing subject, VariableUse use, EnvSource source, Deployment deployment) =>
        use is { Supply: null, Near: null, IsBuildTime: false, IsLoaded: true }
        && (use.UndecidedBecause is null ? use.Demand == Demand.Optional : use.MayComeFromFile && !MayHoldFile(subject, use, deployment))
        && !AmbientVariables.IsSetByOthers(use.Name)
        && !subject.Stack.Project.Services.Any(other => other.FindVariable(use.Name) is not null)
        && (source.Template?.Find(use.Name)?.Value?.Literal is not { } value || use.Reads.All(read => !IsDefault(read, value)));

    // Who copies the template as it is gets what the code does without.
    private static bool IsDefault(EnvironmentRead read, string value) => read.Default is CodeValue.Literal literal && literal.Text == value;

    /// <summary>The file beside the project, or another that the program loads, may be in the container.</summary>
    private static bool MayHoldFile(Passing subject, VariableUse use, Deployment deployment)
    {
        var directory = subject.Stack.Project.Directory;
        return subject.Workload.Image is not { Build.Context: { } context } image
            || RepositoryPath.Inside(context, directory) is not null
            || subject.Workload.Mounts.Any(mount =>
                mount is { Kind: MountKind.Bind, Source: { } bound } && RepositoryPath.Inside(bound, directory) is not null
            )
            || (!IsLeftOut(image) && subject.Workload.Components.Any(component => HasOwnTemplate(component, directory, use, deployment)));
    }

    /// <summary>No instruction takes the file along that lies beside the source.</summary>
    private static bool IsLeftOut(Image image) =>
        ImagePath.Join(image.Final.WorkingDirectory, ".env") is { } inside
        && image.Final.Files.Find(inside).Presence is Presence.Absent or Presence.IgnoredByDocker;

    // Who makes a file from that one may have it in the image.
    private static bool HasOwnTemplate(Component component, string directory, VariableUse use, Deployment deployment) =>
        component.Root != directory && deployment.In<EnvFile>(component.Root).Any(file => file.Find(use.Name) is not null);

    /// <summary>A service with the variables of its code.</summary>
    internal sealed record Passing(WorkloadVariables Variables, ComposeStack Stack, ComposeService Service)
    {
        public Workload Workload => Variables.Workload;
    }

    /// <summary>What says which variables <c>.env</c> has: a template, or a command that writes the file.</summary>
    private sealed record EnvSource(string Word, string Role, IReadOnlyDictionary<string, SourceSpan> Names, EnvFile? Template);

    /// <summary>The variables of a service that one of the sources has, and that get lost.</summary>
    private sealed record LostVariables(Passing Passing, EnvSource Source, IReadOnlyList<VariableUse> Uses)
    {
        public IEnumerable<string> Names => Uses.Select(use => use.Name);
    }
}
