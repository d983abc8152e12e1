using Seaworthy.Model;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Declared.Terraform;
using Seaworthy.Model.Declared.Workflows;
using Seaworthy.Model.Source;

namespace Seaworthy.Rules.Secrets;

/// <summary>A workflow uploads a plan, a state or the outputs of Terraform as an artifact.</summary>
internal sealed class PlanInArtifact : Rule<PlanInArtifact.Upload>
{
    private static readonly PerDeployment<List<HclBlock>> Sensitive = new(deployment =>
        [
            .. deployment
                .Of<TerraformFile>()
                .SelectMany(file => file.Body.Of("variable").Concat(file.Body.Of("output")))
                .Where(block => block.Body["sensitive"]?.Value is HclExpression.Literal { Text: "true" }),
        ]
    );

    public override RuleInfo Info { get; } =
        new()
        {
            Id = "secrets/plan-in-artifact",
            Title = "Terraform plan in artifact",
            Area = Area.Secrets,
            Severity = Severity.High,
            Certainty = Certainty.Likely,
            Rationale =
                "A plan holds every variable in clear text, `sensitive` or not. Anyone who may read the runs downloads the artifact: for a public repository, anyone who is signed in.",
            Holds = "The artifact has no plan, state or output of Terraform.",
        };

    public override IEnumerable<Upload> Subjects(Deployment deployment) =>
        from workflow in deployment.Of<Workflow>()
        from job in workflow.Jobs
        from step in job.Steps
        where step.Uses?.Name == "actions/upload-artifact"
        let path = step.Input("path")
        where path is not null
        let made = Made(job).ToList()
        where made.Count > 0
        select new Upload(
            $"{workflow.File.Name}: {job.Id}",
            path.Span,
            made.Find(file => path.Lines.Any(line => RepositoryPath.NameOf(line.Trim()) == file.Value))
        );

    protected override Subject Identify(Upload subject) => new(subject.Job, subject.Span);

    protected override IEnumerable<Verdict> Check(Upload subject, Deployment deployment)
    {
        if (subject.Made is not { } made)
        {
            yield break;
        }

        var hidden = Sensitive.Of(deployment);
        var message = $"{subject.Job} uploads `{made.Value}` as an artifact, which holds the values of Terraform in clear text";
        yield return (
            hidden is [var first, ..]
                ? Fail(subject.Span, $"{message}, `{first.Label(0)}` among them.").Related(first.Span, "marked as sensitive")
                : Warn(subject.Span, message + ".").As(Severity.Medium)
        )
            .Related(made.Span, "made here")
            .Remedy(
                $"Run plan and apply in one job, or encrypt the file before {subject.Span}; pass single outputs on with `$GITHUB_OUTPUT`. Replace the values that earlier artifacts hold."
            )
            .VerifyGone();
    }

    /// <summary>The files of a job that hold values: a plan, the plan or the outputs as JSON.</summary>
    private static IEnumerable<Fact<string>> Made(WorkflowJob job) =>
        job
            .Steps.SelectMany(step => step.Run?.Commands ?? [])
            .Where(command => command.Program is "terraform" or "tofu" or "terragrunt")
            .SelectMany(Made);

    private static IEnumerable<Fact<string>> Made(ShellCommand command)
    {
        var words = command.Arguments.Select(word => word.Raw.Trim('"', '\'')).ToList();
        var written =
            words.Contains("plan")
                ? words
                    .Where(word => word.StartsWith("-out=", StringComparison.Ordinal))
                    .Select(word => word["-out=".Length..])
                    .Concat(words.SkipWhile(word => word != "-out").Skip(1).Take(1))
            : words.Contains("show") || words.Contains("output")
                ? command
                    .Redirects.Where(redirect => redirect.Operator.Contains('>', StringComparison.Ordinal))
                    .Select(redirect => redirect.Target.Raw)
            : [];
        return written.Select(path => new Fact<string>(RepositoryPath.NameOf(path), command.Span)).Where(file => file.Value.Length > 0);
    }

    /// <summary>An artifact of a job that runs Terraform.</summary>
    /// <param name="Made">The file in it that Terraform wrote; null when there is none.</param>
    internal sealed record Upload(string Job, SourceSpan Span, Fact<string>? Made);
}
