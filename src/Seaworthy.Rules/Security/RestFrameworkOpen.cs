using Seaworthy.Model;
using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Security;

/// <summary>Django REST framework lets everyone change data: neither the settings nor the views ask for a permission.</summary>
/// <remarks>Source: Django REST framework, "Permissions", "Setting the permission policy": without a policy, <c>AllowAny</c> holds.</remarks>
internal sealed class RestFrameworkOpen : Rule<RestFrameworkOpen.OpenViews>
{
    private const string Policy = "DEFAULT_PERMISSION_CLASSES";

    // Views that change what they show.
    private static readonly string[] Changing =
    [
        "ModelViewSet",
        "CreateAPIView",
        "ListCreateAPIView",
        "UpdateAPIView",
        "DestroyAPIView",
        "RetrieveUpdateAPIView",
        "RetrieveDestroyAPIView",
        "RetrieveUpdateDestroyAPIView",
    ];

    // How a view states its own policy.
    private static readonly string[] Own =
    [
        "permission_classes",
        "get_permissions",
        "IsAuthenticated",
        "LoginRequiredMixin",
        "login_required",
    ];

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
        let settings = component.Code.FirstOrDefault(file => !file.IsTest && file.Settings.Any(IsRestFramework))
        where settings is not null
        let views = component.Code.Where(file => !file.IsTest && Array.Exists(Changing, name => file.File.PlacesOf(name).Any())).ToList()
        where views.Count > 0
        select new OpenViews(component, settings, views);

    protected override Subject Identify(OpenViews subject) => new(subject.Component.Title, subject.Settings.File.Whole);

    protected override IEnumerable<Verdict> Check(OpenViews subject, Deployment deployment)
    {
        var policies = subject.Component.Code.Where(file => !file.IsTest && file.File.Mentions(Policy)).ToList();
        var open = subject.Views.FindAll(view => !Array.Exists(Own, view.File.Mentions));
        if (open.Count == 0 || policies.Exists(file => !file.File.Mentions("AllowAny")))
        {
            yield break;
        }

        var first = PlaceOf(open[0].File);
        yield return Warn(
                first,
                $"{subject.Component.Title} lets everyone create, change and delete: {open[0].File.Path}{(open.Count > 1 ? $" and {open.Count - 1} more files have" : " has")} views without `permission_classes`, and {(policies.Count == 0 ? $"no `{Policy}` is set" : $"`{Policy}` is `AllowAny`")}."
            )
            .Related(policies.Select(file => new SourceSpan(file.File, file.File.PlacesOf(Policy).First(), Policy.Length)).Take(1))
            .Related(open.Skip(1).Take(8).Select(view => PlaceOf(view.File)))
            .Remedy(
                $"Set `REST_FRAMEWORK = {{\"{Policy}\": [\"rest_framework.permissions.IsAuthenticated\"]}}` in {(policies.Count == 0 ? subject.Settings : policies[0]).File.Path}, and `AllowAny` at the views that are for everyone."
            )
            .Verify($"git grep -n IsAuthenticated -- {(policies.Count == 0 ? subject.Settings : policies[0]).File.Path}   # must find it");
    }

    private static bool IsRestFramework(FrameworkSetting setting) =>
        setting is { Name: "django.INSTALLED_APPS", Value: CodeValue.Literal { Text: "rest_framework" } };

    /// <summary>Where a view is declared, behind the imports.</summary>
    private static SourceSpan PlaceOf(SourceFile file)
    {
        var name = Array.Find(Changing, name => file.PlacesOf(name).Any()) ?? Changing[0];
        return new SourceSpan(file, file.PlacesOf(name).Last(), name.Length);
    }

    /// <summary>A project of Django REST framework and its files with views that change rows.</summary>
    internal sealed record OpenViews(Component Component, CodeFile Settings, List<CodeFile> Views);
}
