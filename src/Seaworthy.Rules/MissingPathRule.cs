using Seaworthy.Model;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules;

/// <summary>The question that every named path is asked: is it there when it is needed? Rules differ in the roles they judge and in their words.</summary>
internal abstract class MissingPathRule : Rule<PathUse>
{
    protected abstract IReadOnlyList<PathRole> Roles { get; }

    /// <summary>What names the path, as the start of a sentence: <c>COPY takes app.jar</c>.</summary>
    protected abstract string Names(PathUse use);

    /// <summary>What happens when it is absent, as the end of a sentence: <c>the build stops here</c>.</summary>
    protected abstract string Consequence(PathUse use);

    protected abstract string Check(PathUse use);

    public override IEnumerable<PathUse> Subjects(Deployment deployment) => deployment.Paths.Where(use => Roles.Contains(use.Role));

    protected sealed override Subject Identify(PathUse subject) => new(subject.Subject, subject.Span);

    protected override IEnumerable<Verdict> Check(PathUse subject, Deployment deployment)
    {
        if (subject.Answer.Presence == Presence.Unknown)
        {
            yield return Unknown(subject.Span, $"{Names(subject)}; whether it is there cannot be told: {subject.Answer.Why}.");
        }
        else if (subject.Answer.IsMissing)
        {
            var message = $"{Names(subject)}, but {MissingPath.Reason(subject)}: {Consequence(subject)}.";
            var verdict = IsCertain(subject) ? Fail(subject.Span, message) : Warn(subject.Span, message).As(Severity.Medium);
            yield return verdict
                .Related(subject.FromSpan)
                .Related(subject.Answer.Because)
                .Remedy(MissingPath.Remedy(subject))
                .Verify(Check(subject));
        }
    }

    /// <summary>Nothing stands between the statement and its failure.</summary>
    protected virtual bool IsCertain(PathUse use) => !use.IsConditional && !use.IsAssumed;
}
