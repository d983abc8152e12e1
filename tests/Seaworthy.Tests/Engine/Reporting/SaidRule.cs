using Seaworthy.Model;
using Seaworthy.Rules;

namespace Seaworthy.Tests.Engine.Reporting;

/// <summary>A rule for tests of reports: says what it is told to say.</summary>
internal sealed class SaidRule(RuleInfo info, Func<RuleInfo, Deployment, IEnumerable<Verdict>> says) : Rule
{
    public override RuleInfo Info => info;

    public override IEnumerable<Verdict> Judge(Deployment deployment) => says(info, deployment);
}
