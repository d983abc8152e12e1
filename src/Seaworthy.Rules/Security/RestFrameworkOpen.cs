using Seaworthy.Model;
using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Known;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Security;

/// <summary>Django REST framework lets everyone change data: neither the settings nor the views ask for a permission.</summary>
/// <remarks>Source: Django REST framework, "Permissions", "Setting the permission policy": without a policy, <c>AllowAny</c> holds.</remarks>
internal sealed class RestFrameworkOpen : Rule<RestFrameworkOpen.OpenViews>
{
    private const int MostPlaces = 8;

    public override RuleInfo Info { get; } =
        new()
        {
            Id = "security/rest-framework-open",
            Title = "REST framework without permissions",
            Area = Area.Security,
            Severity = Severity.High,
            Certainty = Certainty.Likely,
            Rationale =
                "Without a policy Django REST framework answers everyone, signed in or not, and its views create, change and delete rows.",
            Holds = "A policy asks who calls.",
        };

    public override IEnumerable<OpenViews> Subjects(Deployment deployment) =>
        from component in deployment.Components
        let settings = component.Code.FirstOrDefault(file => !file.IsTest && RestFramework.IsInstalledBy(file))
        where settings is not null
        let views = component.Code.Where(file => !file.IsTest && RestFramework.ChangingView(file) is not null).ToList()
        where views.Count > 0
        select new OpenViews(component, settings, views);

    protected override Subject Identify(OpenViews subject) => new(subject.Component.Title, subject.Settings.File.Whole);

    protected override IEnumerable<Verdict> Check(OpenViews subject, Deployment deployment)
    {
        var policies = subject.Component.Code.Where(file => !file.IsTest && RestFramework.PolicyOf(file) is not null).ToList();
        var open = subject
            .Views.Where(view => !RestFramework.StatesOwnPolicy(view))
            .Select(RestFramework.ChangingView)
            .OfType<SourceSpan>()
            .ToList();
        if (open.Count == 0 || policies.Exists(file => !RestFramework.LetsEveryoneIn(file)))
        {
            yield break;
        }

        var settings = (policies.Count == 0 ? subject.Settings : policies[0]).File.Path;
        yield return Warn(
                open[0],
                $"{subject.Component.Title} lets everyone create, change and delete: {open[0].File.Path}{(open.Count > 1 ? $" and {open.Count - 1} more files have" : " has")} views without `permission_classes`, and {(policies.Count == 0 ? $"no `{RestFramework.Policy}` is set" : $"`{RestFramework.Policy}` is `AllowAny`")}."
            )
            .Related(policies.Count == 0 ? null : RestFramework.PolicyOf(policies[0]))
            .Related(open.Skip(1).Take(MostPlaces))
            .Remedy(
                $"Set `REST_FRAMEWORK = {{\"{RestFramework.Policy}\": [\"rest_framework.permissions.IsAuthenticated\"]}}` in {settings}, and `AllowAny` at the views that are for everyone."
            )
            .Verify($"git grep -n IsAuthenticated -- {settings}   # must find it");
    }

    /// <summary>A project of Django REST framework and its files with views that change rows.</summary>
    internal sealed record OpenViews(Component Component, CodeFile Settings, List<CodeFile> Views);
}
