using Seaworthy.Model;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Orchestration;

/// <summary>A workload signs in at a data store with a user, a password or a database that the store is not made with.</summary>
internal sealed class StoreSignInRefused : Rule<StoreAccess>
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "orchestration/store-sign-in-refused",
            Title = "Sign-in that the data store refuses",
            Area = Area.Configuration,
            Severity = Severity.Critical,
            Certainty = Certainty.Likely,
            Rationale =
                "With an empty volume the store knows only what its own variables tell it: the first connection ends with an error.",
            Holds = "The data store is made with the user, password and database that the workload gives.",
        };

    public override IEnumerable<StoreAccess> Subjects(Deployment deployment) =>
        deployment
            .All<StoreAccess>()
            .Where(access => access.IsKnown)
            .DistinctBy(access => new { Address = access.Address.Span, Store = access.Store.Span });

    protected override Subject Identify(StoreAccess subject) => new($"{subject.Caller.Name}: {subject.Address.Name}", subject.Address.Span);

    protected override IEnumerable<Verdict> Check(StoreAccess subject, Deployment deployment)
    {
        var certain = subject.Differences.Where(difference => difference.UndecidedBecause is null).ToList();
        if (certain.Count > 0)
        {
            var differ = string.Join(", and ", certain.Select(difference => Words(subject, difference)));
            yield return (
                subject.IsRead
                    ? Fail(
                        certain[0].GivenAt,
                        $"{subject.Caller.Name} signs in at {subject.Store.Name} {differ}: the connection is refused."
                    )
                    : LikelyFail(
                        certain[0].GivenAt,
                        $"{subject.Caller.Name} is told to sign in at {subject.Store.Name} {differ}: the connection is refused, if it is {subject.Address.Name} that it reads."
                    )
            )
                .As(
                    subject.Caller.Environment is TargetEnvironment.Development or TargetEnvironment.Test
                        ? Severity.High
                        : Severity.Critical
                )
                .Related(certain.Skip(1).Select(difference => difference.GivenAt))
                .Related(certain.Select(difference => difference.MadeAt).OfType<SourceSpan>())
                .Related(certain.TrueForAll(difference => difference.MadeAt is null) ? subject.Store.Span : null)
                .Remedy(Remedy(subject, certain[0]))
                .Verify(
                    subject.Caller.Kind == TargetKind.Kubernetes
                        ? TargetCommand.Logs(subject.Caller, deployment)
                        : $"{TargetCommand.Compose(subject.Store, deployment)} up -d {subject.Store.Name} {subject.Caller.Name} && {TargetCommand.Logs(subject.Caller, deployment)}{TargetCommand.First(subject.Caller, deployment)}"
                );
            yield break;
        }

        if (subject.Differences is [{ UndecidedBecause: { } why } doubtful, ..])
        {
            yield return Unknown(
                doubtful.GivenAt,
                $"{subject.Caller.Name} signs in at {subject.Store.Name} {Words(subject, doubtful)}; whether that is refused cannot be told: {why}."
            );
        }
    }

    private static string Words(StoreAccess access, StoreDifference difference) =>
        difference.Part switch
        {
            StorePart.Credentials => $"without a password, which {difference.Made} makes {access.Store.Name} ask for",
            StorePart.Encryption => $"with {difference.Given}, and that has no certificate for TLS",
            StorePart.User => $"as {difference.Given}, and its user is {difference.Made}",
            StorePart.Password => $"with another password than {difference.Made} of {access.Store.Name}",
            StorePart.Database => $"for the database {difference.Given}, and the one that is made is {difference.Made}",
            _ => $"without authSource, so that the user is looked up in {difference.Given} and not in {difference.Made}",
        };

    private static string Remedy(StoreAccess access, StoreDifference difference) =>
        difference.Part switch
        {
            StorePart.AuthenticationDatabase => $"Add `?authSource={difference.Made}` to {access.Address.Name} in {difference.GivenAt}.",
            StorePart.Encryption =>
                $"Take `{difference.Given}` out of {access.Address.Name} in {difference.GivenAt}, or give {access.Store.Name} a certificate and turn TLS on ({access.Store.Span}).",
            StorePart.Credentials =>
                $"Write them into {access.Address.Name} in {difference.GivenAt}: before the @ of the address, from the variable that {difference.MadeAt} takes.",
            StorePart.Password => $"Take both from one variable: {difference.GivenAt} and {difference.MadeAt}.",
            _ =>
                $"Write the same in {difference.GivenAt} and {(difference.MadeAt is { } made ? made.ToString() : $"the environment of {access.Store.Name} ({access.Store.Span})")}.",
        };
}
