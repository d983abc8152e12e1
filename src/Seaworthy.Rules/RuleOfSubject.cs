using Seaworthy.Model;
using Seaworthy.Model.Source;

namespace Seaworthy.Rules;

/// <summary>A rule that asks its question of each subject of one kind. A thing that it does not understand is no subject, or UNKNOWN with the reason.</summary>
public abstract class Rule<TSubject> : Rule
{
    /// <summary>The subjects of the question; each passes unless <see cref="Check"/> says otherwise.</summary>
    public abstract IEnumerable<TSubject> Subjects(Deployment deployment);

    /// <summary>The subject's name and place, as the report shows them.</summary>
    protected abstract Subject Identify(TSubject subject);

    /// <summary>The verdicts against the subject; none means PASS.</summary>
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
                yield return verdict with
                {
                    Subject = identity.Name,
                    Detail = verdict.Detail ?? identity.Part,
                };
            }

            if (!judged)
            {
                yield return Verdict.Of(Info, Outcome.Pass, identity.Place, Info.Holds) with
                {
                    Subject = identity.Name,
                    Detail = identity.Part,
                };
            }
        }
    }

    /// <summary>It holds, and the places show why. Without places to show, no verdict is needed.</summary>
    protected Verdict Pass(SourceSpan place, string message) => Verdict.Of(Info, Outcome.Pass, place, message);

    /// <summary>It breaks: a tool refuses it, two statements cannot both be true, or a setting has no effect.</summary>
    protected Verdict Fail(SourceSpan place, string message) => Verdict.Of(Info, Outcome.Fail, place, message);

    /// <summary>It breaks as far as the tree shows: something outside could make it untrue.</summary>
    protected Verdict LikelyFail(SourceSpan place, string message) => Fail(place, message).As(Certainty.Likely);

    /// <summary>It works at a risk, or a safeguard is missing.</summary>
    protected Verdict Warn(SourceSpan place, string message) => Verdict.Of(Info, Outcome.Warn, place, message);

    /// <summary>The tree cannot decide; the message says why.</summary>
    protected Verdict Unknown(SourceSpan place, string message) => Verdict.Of(Info, Outcome.Unknown, place, message);
}
