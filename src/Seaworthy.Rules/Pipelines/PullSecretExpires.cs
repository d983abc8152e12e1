using Seaworthy.Model;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Declared.Workflows;

namespace Seaworthy.Rules.Pipelines;

/// <summary>A workflow gives the cluster its own token as the password of the registry.</summary>
internal sealed class PullSecretExpires : Rule<PullSecretExpires.MadeSecret>
{
    private static readonly string[] Tokens = ["secrets.GITHUB_TOKEN", "github.token"];

    public override RuleInfo Info { get; } =
        PipelineRule.Info(
            "pull-secret-expires",
            "Expired image pull secret",
            Severity.High,
            "GitHub revokes the token when the job ends: a pod that starts later, on another node or after a restart, cannot pull its image.",
            "The pull secret holds a token that outlives the job."
        );

    public override IEnumerable<MadeSecret> Subjects(Deployment deployment) =>
        from workflow in deployment.Of<Workflow>()
        from job in workflow.Jobs
        from step in job.Steps
        from command in (step.Run?.Commands ?? []).Concat(step.RemoteCommands)
        where
            command.Words
                is [{ Literal: "kubectl" or "oc" }, { Literal: "create" }, { Literal: "secret" }, { Literal: "docker-registry" }, ..]
        let password = command.Words.FirstOrDefault(word => word.Raw.Contains("--docker-password", StringComparison.Ordinal))
        where password is not null
        select new MadeSecret($"{workflow.File.Name}: {job.Id}", step, command, password);

    protected override Subject Identify(MadeSecret subject) => new(subject.Job, subject.Command.Span);

    protected override IEnumerable<Verdict> Check(MadeSecret subject, Deployment deployment)
    {
        var (job, step, command, password) = subject;
        var held = step.Environment.FirstOrDefault(variable =>
            Array.Exists(Tokens, token => variable.Value.Raw.Contains(token, StringComparison.Ordinal))
            && password.Parts.Any(part => part.Kind == ShellPartKind.Variable && part.Text == variable.Name)
        );
        if (held is null && !Array.Exists(Tokens, token => password.Raw.Contains(token, StringComparison.Ordinal)))
        {
            yield break;
        }

        var name = command.Words.Skip(4).FirstOrDefault(word => word.Literal is not ['-', ..])?.ToString() ?? "the secret";
        yield return Fail(
                password.Span,
                $"{job} stores the token of the job in the pull secret `{name}`: GitHub revokes it when the job ends."
            )
            .Related(held?.Value.Span)
            .Remedy(
                $"Store a token that lasts, such as a personal access token with `read:packages`, as a secret, and use it in {(held?.Value.Span ?? password.Span)}."
            )
            .VerifyGone();
    }

    /// <summary>A step makes a pull secret.</summary>
    internal sealed record MadeSecret(string Job, WorkflowStep Step, ShellCommand Command, ShellWord Password);
}
