using Seaworthy.Model;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Source;

namespace Seaworthy.Rules.Pipelines;

/// <summary>A task of Ansible notifies a handler that nothing in the repository declares.</summary>
/// <remarks>Source: Ansible documentation, "Handlers: running operations on change", "Ansible Configuration Settings", <c>ERROR_ON_MISSING_HANDLER</c>.</remarks>
internal sealed class AnsibleHandlerUndefined : Rule<Fact<string>>
{
    public override RuleInfo Info { get; } =
        PipelineRule.Info(
            "ansible-handler-undefined",
            "Undefined Ansible handler",
            Severity.High,
            "The play stops with an error as soon as the task changes something.",
            "Every handler that a task notifies is declared."
        );

    public override IEnumerable<Fact<string>> Subjects(Deployment deployment) =>
        deployment
            .Of<AnsibleTasks>()
            .SelectMany(tasks => tasks.Notified)
            .Where(notified => notified.Value.Length > 0 && !notified.Value.Contains("{{", StringComparison.Ordinal));

    protected override Subject Identify(Fact<string> subject) => new(subject.Value, subject.Span);

    protected override IEnumerable<Verdict> Check(Fact<string> subject, Deployment deployment)
    {
        var all = deployment.Of<AnsibleTasks>().ToList();
        var handlers = all.SelectMany(tasks => tasks.Handlers).ToList();
        // "role : handler" names the role as well.
        var name = subject.Value[(subject.Value.LastIndexOf(" : ", StringComparison.Ordinal) is var at and >= 0 ? at + " : ".Length : 0)..];
        if (handlers.Contains(subject.Value, StringComparer.Ordinal) || handlers.Contains(name, StringComparer.Ordinal))
        {
            yield break;
        }

        var message = $"A task notifies the handler `{subject.Value}`, which nothing in the repository declares.";
        var outside = all.SelectMany(tasks => tasks.Roles).FirstOrDefault(role => !IsHere(role, deployment));
        var close = handlers.Find(handler => handler.Equals(name, StringComparison.OrdinalIgnoreCase));
        yield return outside is not null && close is null
            ? Unknown(subject.Span, $"{message} Unknown whether the role `{outside}` does, which is not in the repository.")
        : close is null && all.Find(tasks => tasks.ImportsHandlers) is { } importing
            ? Unknown(subject.Span, $"{message} Unknown whether a file that {importing.File.Path} imports does.")
        : handlers.Exists(handler => handler.Contains("{{", StringComparison.Ordinal))
            ? Unknown(subject.Span, $"{message} Unknown whether a handler with a computed name is it.")
        : Fail(subject.Span, message)
            .Remedy(
                close is not null
                    ? $"Write `{close}` in {subject.Span}."
                    : $"Declare a handler `{subject.Value}` among the handlers of the play or role, or correct the name in {subject.Span}."
            )
            .VerifyGoneOr($"git grep -nF {$"name: {subject.Value}"} -- '*handlers*'");
    }

    private static bool IsHere(string role, Deployment deployment) =>
        !role.Contains("{{", StringComparison.Ordinal)
        && deployment.Tree.Files.Any(file =>
            $"/{file.Path}".Contains($"/{role[(role.LastIndexOf('/') + 1)..]}/", StringComparison.Ordinal)
        );
}
