using Seaworthy.Model;
using Seaworthy.Model.Declared.Monitoring;

namespace Seaworthy.Rules.Observability;

/// <summary>A route of Alertmanager uses an undefined receiver, or one without an integration.</summary>
internal sealed class AlertReceiverUndefined : Rule<AlertmanagerConfig>
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "observability/alert-receiver-undefined",
            Title = "Undefined alert receiver",
            Area = Area.Observability,
            Severity = Severity.High,
            Rationale =
                "No alert arrives: Alertmanager refuses a file with an undefined receiver, and drops alerts for one without an integration.",
            Holds = "Every receiver of a route is defined and has an integration.",
        };

    public override IEnumerable<AlertmanagerConfig> Subjects(Deployment deployment) => deployment.Of<AlertmanagerConfig>();

    protected override Subject Identify(AlertmanagerConfig subject) =>
        new(subject.File.Path, subject.RoutedReceivers.Count > 0 ? subject.RoutedReceivers[0].Span : subject.File.Whole);

    protected override IEnumerable<Verdict> Check(AlertmanagerConfig subject, Deployment deployment)
    {
        var known = string.Join(", ", subject.Receivers.Select(receiver => receiver.Name.Value));
        foreach (var same in subject.RoutedReceivers.GroupBy(receiver => receiver.Value))
        {
            var routed = same.First();
            if (subject.Receivers.FirstOrDefault(receiver => receiver.Name.Value == routed.Value) is not { } receiver)
            {
                yield return Fail(routed.Span, $"A route uses the receiver `{routed.Value}`, which is not defined. Available: {known}.")
                    .Related(same.Skip(1).Select(other => other.Span))
                    .Remedy($"Define the receiver {routed.Value}, or correct {routed.Span}.")
                    .Verify($"amtool check-config {subject.File.Path}");
            }
            else if (
                receiver.Integrations.Count == 0
                && ReferenceEquals(routed, subject.RoutedReceivers[0])
                && subject.RoutedReceivers.Count == 1
            )
            {
                // One silent receiver among others is how alerts are dropped on purpose.
                yield return Warn(receiver.Name.Span, $"Every alert goes to the receiver `{routed.Value}`, which has no integration.")
                    .As(Severity.Medium)
                    .Related(routed.Span)
                    .Remedy($"Give {routed.Value} an integration: `email_configs`, `slack_configs`, `webhook_configs`…")
                    .Verify(
                        $"git grep -nE {"(email|slack|webhook|pagerduty|opsgenie|telegram|discord|msteams|pushover|victorops|sns|wechat|webex)_configs:"} -- {subject.File.Path}   # must find one"
                    );
            }
        }
    }
}
