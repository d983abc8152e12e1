using Seaworthy.Model;
using Seaworthy.Model.Source;
using Seaworthy.Rules;

namespace Seaworthy.Tests.Engine;

/// <summary>A rule for tests: what it says of the first dotenv or shell file it is given, line by line, is decided by the words of the line.</summary>
internal sealed class LineRule(
    string id,
    Func<string, Outcome?> judge,
    Severity severity = Severity.High,
    Func<string, string>? subject = null
) : Rule
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = id,
            Title = "Line",
            Area = Area.Configuration,
            Severity = severity,
            Rationale = "Because.",
            Holds = "It holds.",
        };

    public override IEnumerable<Verdict> Judge(Deployment deployment)
    {
        foreach (var file in deployment.Artifacts.Select(artifact => artifact.File).DistinctBy(file => file.Path))
        {
            for (var line = 1; line <= file.Lines.Count; line++)
            {
                var text = file.Lines.TextOf(line);
                if (judge(text) is { } outcome)
                {
                    yield return Verdict.Of(
                        Info,
                        outcome,
                        new SourceSpan(file, file.Lines.StartOf(line), text.Length),
                        $"It says {text}."
                    ) with
                    {
                        Subject = subject?.Invoke(text) ?? file.Path,
                    };
                }
            }
        }
    }
}
