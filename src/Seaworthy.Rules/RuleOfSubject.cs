using Seaworthy.Model;
using Seaworthy.Model.Source;

namespace Seaworthy.Rules;

/// <summary>A rule that asks its question of each subject of one kind. Subjects are what it can judge: what it does not understand is no subject, or UNKNOWN with the reason.</summary>
public abstract class Rule<TSubject> : Rule
{
    /// <summary>What the question is asked of; each passes unless <see cref="Check"/> says otherwise.</summary>
    public abstract IEnumerable<TSubject> Subjects(Deployment deployment);

    /// <summary>The subject's name and place, as the report shows them.</summary>
    protected abstract Subject Identify(TSubject subject);

    /// <summary>What is to say against the subject; nothing means PASS.</summary>
    protected abstract IEnumerable<Verdict> Check(TSubject subject, Deployment deployment);

    public sealed override IEnumerable<Verdict> Judge(Deployment deployment)
    {
        foreach (var subject in Subjects(deployment))
        {
            var identity = Identify(subject);
            var judged = false;
            foreach (var verdict in Check(subject, deployment))
            {
                judged = true;
                yield return Weigh(verdict, deployment) with
                {
                    Subject = identity.Name,
                };
            }

            if (!judged)
            {
                yield return Verdict.Of(Info, Outcome.Pass, identity.Place, Info.Holds) with
                {
                    Subject = identity.Name,
                };
            }
        }
    }

    /// <summary>What is wrong with a spare part is true, and need not break anything. A secret that is written down is out, whoever uses the file.</summary>
    private Verdict Weigh(Verdict verdict, Deployment deployment) =>
        verdict.Outcome == Outcome.Fail && Info.Area != Area.Secrets && deployment.SpareAt(verdict.Locations[0].Span) is { } spare
            ? verdict with
            {
                Outcome = Outcome.Warn,
                Severity = verdict.Severity < Severity.Medium ? verdict.Severity : Severity.Medium,
                Message = $"{verdict.Message} {spare.Why}",
            }
            : verdict;

    /// <summary>It holds, and the places show by what. Where nothing needs to be shown, no verdict at all says the same.</summary>
    protected Verdict Pass(SourceSpan place, string message) => Verdict.Of(Info, Outcome.Pass, place, message);

    /// <summary>Certain, as far as the rule sees: two statements of the tree cannot both be true, or a tool refuses the file.</summary>
    protected Verdict Fail(SourceSpan place, string message) => Verdict.Of(Info, Outcome.Fail, place, message);

    /// <summary>Likely wrong, or a safeguard that is missing.</summary>
    protected Verdict Warn(SourceSpan place, string message) => Verdict.Of(Info, Outcome.Warn, place, message);

    /// <summary>The tree cannot decide; the message says why.</summary>
    protected Verdict Unknown(SourceSpan place, string message) => Verdict.Of(Info, Outcome.Unknown, place, message);
}
