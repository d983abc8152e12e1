using Seaworthy.Model;

namespace Seaworthy.Rules.Ports;

/// <summary>A page calls a route with a method that the service's CORS settings leave out.</summary>
internal sealed class MethodNotAllowedByCors : Rule<CorsAnswer>
{
    private const int MostPlaces = 8;

    private const int MostMethods = 9;

    /// <summary>What a browser sends from any page only after the service allows it.</summary>
    /// <remarks>Source: Fetch standard, "CORS-safelisted method": GET, HEAD and POST need no permission.</remarks>
    private static readonly string[] Asked = ["PUT", "PATCH", "DELETE"];

    public override RuleInfo Info { get; } =
        new()
        {
            Id = "ports/method-not-allowed-by-cors",
            Title = "Method not allowed by CORS",
            Area = Area.PortsAndHealth,
            Severity = Severity.High,
            Certainty = Certainty.Likely,
            Rationale = "The browser's preflight request gets no permission for the method, so the call is never sent.",
            Holds = "The service allows browsers the methods of its routes.",
        };

    public override IReadOnlyList<Relation> Relations => [new Relation<CorsAnswer>(CorsAnswers.Link)];

    public override IEnumerable<CorsAnswer> Subjects(Deployment deployment) =>
        deployment.All<CorsAnswer>().Where(answer => Array.Exists(Asked, method => Serves(answer, method)));

    protected override Subject Identify(CorsAnswer subject) => new(subject.Component.Title, subject.Settings[0].Span);

    protected override IEnumerable<Verdict> Check(CorsAnswer subject, Deployment deployment)
    {
        var refused = Asked.Where(method => Serves(subject, method) && !subject.Allows(method)).ToList();
        if (refused.Count == 0)
        {
            yield break;
        }

        var calls = subject.Calls.Where(call => refused.Contains(call.Method)).ToList();
        var place = subject.Allowed.Count > 0 ? subject.Allowed[0].Span : subject.Settings[0].Span;
        if (subject.UnknownBecause is { } why)
        {
            if (calls.Count > 0)
            {
                yield return Unknown(place, $"Unknown whether {subject.Component.Title} allows browsers {Words(refused)}: {why}.");
            }

            yield break;
        }

        var allowed = NameList.Of([.. subject.Allowed.Select(one => one.Value).Distinct()], MostMethods);
        var called = Asked.Where(method => calls.Exists(call => call.Method == method)).ToList();
        var routes = subject.Component.Routes.Where(route => (called.Count > 0 ? called : refused).Contains(route.Method));
        yield return (
            calls.Count > 0
                ? LikelyFail(
                    place,
                    $"{calls[0].Page.Title} calls {subject.Component.Title} with {Words(called)}, but its CORS settings allow only {allowed}."
                )
                : Warn(
                        place,
                        $"{subject.Component.Title} serves routes for {Words(refused)}, but its CORS settings allow browsers only {allowed}."
                    )
                    .As(Severity.Medium)
        )
            .Related(calls.Take(MostPlaces).Select(call => call.Span), "the page calls it here")
            .Related(routes.Select(route => route.Span).Take(calls.Count > 0 ? 1 : MostPlaces), "served here")
            .Remedy($"Add {Words(calls.Count > 0 ? called : refused)} to the allowed methods in {place}.")
            .VerifyGone();
    }

    private static bool Serves(CorsAnswer answer, string method) => answer.Component.Routes.Any(route => route.Method == method);

    private static string Words(IReadOnlyList<string> methods) => string.Join(" and ", methods.Select(method => $"`{method}`"));
}
