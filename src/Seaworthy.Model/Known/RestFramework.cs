using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Source;

namespace Seaworthy.Model.Known;

/// <summary>What source of Django REST framework says of permissions.</summary>
/// <remarks>Source: Django REST framework, "Permissions", "Generic views" and "ViewSets".</remarks>
public static class RestFramework
{
    public const string Policy = "DEFAULT_PERMISSION_CLASSES";

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

    /// <summary>The settings install it.</summary>
    public static bool IsInstalledBy(CodeFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return file.Settings.Any(setting =>
            setting is { Name: "django.INSTALLED_APPS", Value: CodeValue.Literal { Text: "rest_framework" } }
        );
    }

    /// <summary>Where a file declares a view that changes rows, behind its imports; null when it declares none.</summary>
    public static SourceSpan? ChangingView(CodeFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return Changing
            .Select(name => file.File.PlacesOf(name).Select(at => new SourceSpan(file.File, at, name.Length)).LastOrDefault())
            .FirstOrDefault(place => place is not null);
    }

    /// <summary>A view of the file states who may call it.</summary>
    public static bool StatesOwnPolicy(CodeFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return Array.Exists(Own, file.File.Mentions);
    }

    /// <summary>Where the settings state who may call views without a policy of their own; null when they do not.</summary>
    public static SourceSpan? PolicyOf(CodeFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return file.File.PlacesOf(Policy).Select(at => new SourceSpan(file.File, at, Policy.Length)).FirstOrDefault();
    }

    /// <summary>It names the policy that lets everyone in.</summary>
    public static bool LetsEveryoneIn(CodeFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return file.File.Mentions("AllowAny");
    }
}
