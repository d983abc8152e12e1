using Seaworthy.Model;
using Seaworthy.Model.Declared.Settings;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Readers.Settings;

namespace Seaworthy.Engine.Configuring;

/// <summary>What is reported of the world outside and nothing asks for any more: such facts grow old, and would hide what breaks later.</summary>
internal static class UnusedFacts
{
    public static IEnumerable<Diagnostic> Of(Deployment deployment)
    {
        var facts = deployment.Outside;
        return facts.Count == 0
            ? []
            :
            [
                .. facts
                    .Hosts.Where(host => !deployment.Endpoints.Any(use => use.ToldAt == host.Span))
                    .Select(host => Host(host, deployment)),
                .. facts.Variables.Select(variable => Variable(variable, deployment)).OfType<Diagnostic>(),
                .. facts
                    .Files.Where(file => !deployment.Paths.Any(use => use.Answer.Because == file.Span))
                    .Select(file => Tell(file.Span, $"of {file.Paths}, which nothing looks for in vain: remove it")),
                .. facts
                    .Objects.Where(made => !deployment.Names.Any(use => use.Definition == made.Span))
                    .Select(made => Tell(made.Span, $"of {made}, which nothing looks for in vain: remove it")),
                .. facts
                    .Capabilities.Where(stated => !deployment.Capabilities.Any(one => one.Evidence.Any(shown => shown.Span == stated.Span)))
                    .Select(stated =>
                        Tell(stated.Span, $"of {stated.Value}, which the repository shows itself, or does not need: remove it")
                    ),
            ];
    }

    private static Diagnostic Host(OutsideHost host, Deployment deployment) =>
        deployment.Endpoints.FirstOrDefault(use => host.Matches(use.Host)) is { Callee: { } callee }
            ? Tell(host.Span, $"of the host {host.Name}, to which {callee.Name} answers in {callee.TargetName}: remove it")
            : Tell(host.Span, $"of the host {host.Name}, which no address names: remove it");

    private static Diagnostic? Variable(OutsideVariable variable, Deployment deployment)
    {
        var meant = deployment.Workloads.Where(workload => variable.IsFor(workload.Name)).ToList();
        if (meant.Count == 0)
        {
            var names = deployment.Workloads.Select(workload => workload.Name).Distinct(StringComparer.Ordinal).ToList();
            return Tell(
                variable.Span,
                $"of {variable.Name} for {variable.Workload ?? "every workload"}, but {Instead(variable.Workload ?? "", names)}"
            );
        }

        if (!meant.Exists(workload => workload.Supplied.Any(given => given.Span == variable.Span)))
        {
            // What a declaration passes on it does not give.
            if (deployment.Targets.Any(target => target.Files.Any(file => Passes(file, variable.Name))))
            {
                return null;
            }

            var giver = meant.SelectMany(workload => workload.Supplied).First(given => given.Name == variable.Name).Span;
            return Tell(variable.Span, $"of {variable.Name}, which the repository gives itself ({giver}): remove it");
        }

        return deployment.Artifacts.Any(artifact => artifact.File.Text.Contains(variable.Name, StringComparison.Ordinal))
            ? null
            : Tell(variable.Span, $"of {variable.Name}, which no file that was read names: remove it");
    }

    private static bool Passes(SourceFile file, string name) =>
        file.Text.Contains("${" + name, StringComparison.Ordinal) || file.Text.Contains("$" + name, StringComparison.Ordinal);

    private static string Instead(string written, List<string> names) =>
        names.Count == 0 ? "nothing here runs any"
        : RuleNames.Near(written, names) is { } near ? $"nothing runs one of that name; did you mean {near}?"
        : "nothing runs one of that name";

    private static Diagnostic Tell(SourceSpan span, string what) =>
        new(DiagnosticKind.FactUnused, $"The fact in line {span.StartLine} is {what}{(what.EndsWith('?') ? "" : ".")}", span.File.Path);
}
