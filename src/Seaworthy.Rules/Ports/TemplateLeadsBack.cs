using Seaworthy.Model;
using Seaworthy.Model.Declared.Compose;
using Seaworthy.Model.Declared.DotEnv;
using Seaworthy.Model.Declared.Interpolation;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Ports;

/// <summary>The template of an environment file sets localhost for a container whose default names another service.</summary>
internal sealed class TemplateLeadsBack : Rule<OverriddenDefault>
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "ports/template-leads-back",
            Title = "localhost in .env template",
            Area = Area.PortsAndHealth,
            Severity = Severity.High,
            Rationale =
                "A copy of the template replaces a working default. Inside a container localhost is the container itself, so the connection is refused.",
            Holds = "The template keeps the container's default, or names the service as well.",
        };

    public override IEnumerable<OverriddenDefault> Subjects(Deployment deployment) =>
        from stack in deployment.ComposeStacks
        where stack is { EnvFiles: [], Templates.Count: > 0, PartialBecause: null }
        from service in stack.Project.Services
        where service.NetworkMode?.Literal != "host"
        from variable in service.Environment
        from part in variable.Value?.Variables ?? []
        let entry = Entry(stack, part)
        let callee = Callee(stack, part)
        where entry is not null && callee is not null && callee != service
        select new OverriddenDefault(stack, service, variable, part, entry, callee);

    protected override Subject Identify(OverriddenDefault subject) =>
        new($"{subject.Service.Name.Value} in {subject.Stack.Name}", subject.Variable.Span);

    protected override IEnumerable<Verdict> Check(OverriddenDefault subject, Deployment deployment)
    {
        if (subject.Entry.Value?.Literal is not { } value || Address.Of(value) is not ("localhost" or "127.0.0.1"))
        {
            yield break;
        }

        var (service, callee) = (subject.Service.Name.Value, subject.Callee.Name.Value);
        yield return Warn(
                subject.Variable.Span,
                $"{subject.Entry.Span.File.Path} sets {subject.Part.Variable} to localhost. Copied to .env, it replaces the default in {subject.Stack.Name}, and {service} no longer reaches {callee}."
            )
            .As(Severity.High)
            .Related(subject.Entry.Span, "replaces the default")
            .Remedy($"Comment out {subject.Entry.Span}, or use a separate variable for the container in {subject.Variable.Span}.")
            .Verify(TreeCheck.OneGone([subject.Entry.Span, subject.Variable.Span]));
    }

    private static EnvEntry? Entry(ComposeStack stack, TemplatePart part) =>
        part.Variable is { } name
            ? stack.Templates.Select(template => template.Find(name)).FirstOrDefault(entry => entry is not null)
            : null;

    /// <summary>The service that the default names.</summary>
    private static ComposeService? Callee(ComposeStack stack, TemplatePart part) =>
        part is { HasDefault: true, Word.Literal: { Length: > 0 } address }
            ? stack.Project.Services.FirstOrDefault(service => service.Name.Value == Address.Of(address))
            : null;
}
