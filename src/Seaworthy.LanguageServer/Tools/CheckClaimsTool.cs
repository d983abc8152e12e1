using Seaworthy.Engine;
using Seaworthy.Engine.Claims;
using Seaworthy.Engine.Reporting;

namespace Seaworthy.LanguageServer.Tools;

/// <summary>Holds what the client believes of the repository against the model.</summary>
internal sealed class CheckClaimsTool()
    : ContextTool(
        "check_claims",
        "Checks what you believe is wrong with the deployment, before you say it: each claim is confirmed by a rule or a fact, refuted, or left open.",
        $$"""
        "claims": {
          "type": "array",
          "items": {
            "type": "object",
            "properties": {
              "kind": { "type": "string", "enum": [{{string.Join(", ", ClaimKinds.All.Select(kind => $"\"{kind.Name}\""))}}] },
              "text": { "type": "string" },
              "values": { "type": "array", "items": { "type": "string" }, "description": "The names or values that contradict each other, the most important first." },
              "places": {
                "type": "array",
                "items": { "type": "object", "properties": { "path": { "type": "string" }, "line": { "type": "integer" }, "quote": { "type": "string" } }, "required": ["path"] }
              }
            },
            "required": ["kind", "text", "places"]
          }
        },
        "offset": { "type": "integer", "minimum": 0 }
        """,
        "claims"
    )
{
    protected override ToolAnswer Of(ToolCall call, Report report)
    {
        if (call.Json("claims") is not { } json)
        {
            return ToolAnswer.Refused("\"claims\" is missing.");
        }

        if (ClaimFile.Read(json, out var fault) is not { } claims)
        {
            return ToolAnswer.Refused(Quote.Text($"The claims cannot be used: {fault}."));
        }

        var answers = call.Tree.With(repository => new ClaimCheck(report, repository).Of(claims));
        return new BoundedText()
            .Page([.. answers.Select((answer, at) => (answer, at))], call.Number("offset"), one => Lines(one.answer, one.at))
            .Done();
    }

    private static IEnumerable<string> Lines(ClaimAnswer answer, int at)
    {
        var rule =
            answer.Finding is { } finding ? $" {Shown.Id(finding)} {finding.Rule.Id}"
            : answer.At is { } line ? $" {line}"
            : "";
        var same = answer.SameAs is { } other ? $" (same as {other + 1})" : "";
        yield return Quote.Text($"{at + 1} {Words.Of(answer.Verdict)}{rule}{same}: {answer.Because}");
        foreach (var place in answer.Places.Where(place => !place.IsThere))
        {
            yield return Quote.Text($" {place.Place.Path}:{place.Place.Line}: {ClaimsJson.Word(place.State)}");
        }
    }
}
