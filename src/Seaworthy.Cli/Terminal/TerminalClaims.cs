using Seaworthy.Engine.Claims;
using Seaworthy.Engine.Reporting;
using Spectre.Console;

namespace Seaworthy.Cli.Terminal;

/// <summary>The answers to claims on the terminal: confirmed first, each with what answers it.</summary>
internal sealed class TerminalClaims(IAnsiConsole console)
{
    /// <param name="answers">One for each claim.</param>
    /// <param name="rest">Passages of a report that name no file.</param>
    public void Write(IReadOnlyList<ClaimAnswer> answers, IReadOnlyList<string> rest)
    {
        foreach (var verdict in Enum.GetValues<ClaimVerdict>())
        {
            var of = Enumerable.Range(0, answers.Count).Where(at => answers[at].Verdict == verdict && answers[at].SameAs is null).ToList();
            if (of.Count == 0)
            {
                continue;
            }

            console.WriteHeading($"Claims {Words.Of(verdict)} ({of.Count})");
            foreach (var at in of)
            {
                Write(answers[at], answers.Count(other => other.SameAs == at));
            }
        }

        if (rest.Count > 0)
        {
            console.WriteHeading($"Not understood, for they name no file ({rest.Count})");
            foreach (var passage in rest)
            {
                console.WriteWrapped(Quote.Text(passage), lead: "  ");
            }

            console.WriteLine();
        }

        console.WriteWrapped(
            string.Join(
                ", ",
                Enum.GetValues<ClaimVerdict>()
                    .Select(verdict => $"{answers.Count(answer => answer.Verdict == verdict && answer.SameAs is null)} {Words.Of(verdict)}")
                    .Append($"{answers.Count(answer => answer.SameAs is not null)} said twice")
            ) + "."
        );
    }

    /// <param name="answer">Of a claim.</param>
    /// <param name="alike">How many other claims have its cause.</param>
    private void Write(ClaimAnswer answer, int alike)
    {
        console.WriteWrapped(Quote.Text(answer.Claim.Text), "bold");
        console.WriteWrapped(Quote.Text(answer.Because), lead: "  ");
        if (answer.Finding is { } finding)
        {
            console.WriteWrapped(finding.Rule.Id, "dim", lead: "  ");
        }

        if (answer.At is { } at)
        {
            console.WriteWrapped(Quote.Text(at.ToString()), "dim", lead: "  ");
        }

        foreach (var place in answer.Places.Where(place => !place.IsThere))
        {
            var line = place.Place.Line is { } number ? $":{number}" : "";
            console.WriteWrapped($"{Quote.Text(place.Place.Path)}{line}: {ClaimsJson.Word(place.State)}", "yellow", lead: "  ");
        }

        if (alike > 0)
        {
            console.WriteWrapped(
                alike == 1 ? "Another claim has the same cause." : $"{alike} other claims have the same cause.",
                "dim",
                lead: "  "
            );
        }

        console.WriteLine();
    }
}
