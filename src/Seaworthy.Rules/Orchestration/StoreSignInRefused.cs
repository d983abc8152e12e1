using Seaworthy.Model;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Orchestration;

/// <summary>A workload connects to a data store with a user, password or database that the store does not have.</summary>
internal sealed class StoreSignInRefused : Rule<StoreAccess>
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "orchestration/store-sign-in-refused",
            Title = "Data store credentials mismatch",
            Area = Area.Configuration,
            Severity = Severity.Critical,
            Certainty = Certainty.Likely,
            Rationale = "On an empty volume the store accepts only what its own variables configure, so the first connection fails.",
            Holds = "The data store has the user, password and database of the workload.",
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
                    ? Fail(certain[0].GivenAt, $"{subject.Caller.Name} connects to {subject.Store.Name} {differ}.")
                    : LikelyFail(
                        certain[0].GivenAt,
                        $"{subject.Address.Name} of {subject.Caller.Name} connects to {subject.Store.Name} {differ}. Unknown whether {subject.Caller.Name} reads it."
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
                $"{subject.Caller.Name} connects to {subject.Store.Name} {Words(subject, doubtful)}. Unknown whether that fails: {why}."
            );
        }
    }

    private static string Words(StoreAccess access, StoreDifference difference) =>
        difference.Part switch
        {
            StorePart.Credentials => $"without a password, but {access.Store.Name} requires one (`{difference.Made}`)",
            StorePart.Encryption => $"with `{difference.Given}`, but {access.Store.Name} has no TLS certificate",
            StorePart.User => $"as `{difference.Given}`, but {access.Store.Name} has user {difference.Made}",
            StorePart.Password => $"with a password that differs from {difference.Made} of {access.Store.Name}",
            StorePart.Database => $"for database `{difference.Given}`, but {access.Store.Name} has database {difference.Made}",
            _ => $"without authSource, so the user is looked up in `{difference.Given}` instead of `{difference.Made}`",
        };

    private static string Remedy(StoreAccess access, StoreDifference difference) =>
        difference.Part switch
        {
            StorePart.AuthenticationDatabase => $"Add `?authSource={difference.Made}` to {access.Address.Name} in {difference.GivenAt}.",
            StorePart.Encryption =>
                $"Remove `{difference.Given}` from {access.Address.Name} in {difference.GivenAt}, or enable TLS with a certificate for {access.Store.Name} ({access.Store.Span}).",
            StorePart.Credentials =>
                $"Add the credentials to {access.Address.Name} in {difference.GivenAt}, before the @, from the variable in {difference.MadeAt}.",
            StorePart.Password => $"Use the same variable in {difference.GivenAt} and {difference.MadeAt}.",
            _ =>
                $"Use the same value in {difference.GivenAt} and {(difference.MadeAt is { } made ? made.ToString() : $"the environment of {access.Store.Name} ({access.Store.Span})")}.",
        };
}
