using System.Collections.Frozen;
using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Formats.Code;

namespace Seaworthy.Reading.Code.Python;

/// <summary>What a Django settings module says about a deployment. Source: Django, "Settings", "Deployment checklist".</summary>
internal sealed class DjangoSettings : FrameworkKnowledge
{
    /// <summary>The variable that names the settings which a process loads.</summary>
    public const string ModuleVariable = "DJANGO_SETTINGS_MODULE";

    private static readonly FrozenSet<string> Names = new[]
    {
        "DEBUG",
        "ALLOWED_HOSTS",
        "SECRET_KEY",
        "STATIC_ROOT",
        "STATIC_URL",
        "MEDIA_ROOT",
        "TIME_ZONE",
        "MEDIA_URL",
        "INSTALLED_APPS",
        "MIDDLEWARE",
        "ROOT_URLCONF",
        "WSGI_APPLICATION",
        "ASGI_APPLICATION",
        "STATICFILES_STORAGE",
        "CSRF_TRUSTED_ORIGINS",
        "APPEND_SLASH",
        "FORCE_SCRIPT_NAME",
        "STATICFILES_DIRS",
        "USE_X_FORWARDED_HOST",
        "DEFAULT_FILE_STORAGE",
        "EMAIL_HOST",
        "EMAIL_PORT",
        "EMAIL_BACKEND",
        "CELERY_BROKER_URL",
        "CELERY_RESULT_BACKEND",
        "CELERY_BEAT_SCHEDULE",
        "CELERY_TASK_ALWAYS_EAGER",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly string[] Prefixes = ["SECURE_", "CORS_", "SESSION_COOKIE_", "CSRF_COOKIE_", "AWS_STORAGE_"];

    public override void Read(CodeReading reading)
    {
        if (!IsSettings(reading))
        {
            return;
        }

        foreach (var assignment in reading.Syntax.Assignments.Where(assignment => assignment.Scope is null))
        {
            if (
                Names.Contains(assignment.Name)
                || Array.Exists(
                    Prefixes,
                    prefix => assignment.Name.StartsWith(prefix, StringComparison.Ordinal) && assignment.Keyword != "member"
                )
            )
            {
                AddValues(reading, "django." + assignment.Name, assignment.Value, assignment.Span);
            }
            else if (assignment.Keyword == "member" && IsConnection(assignment.Name))
            {
                reading.Settings.Add(new FrameworkSetting("django." + assignment.Name, reading.Value(assignment.Value), assignment.Span));
            }
        }
    }

    public static bool IsSettings(CodeReading reading) =>
        reading.Syntax.Assignments.Any(assignment => assignment.Name is "INSTALLED_APPS" or "ROOT_URLCONF" && assignment.Scope is null)
        || (
            reading.File.Path.Contains("settings", StringComparison.Ordinal)
            && reading.Syntax.Assignments.Any(assignment =>
                assignment.Name is "DEBUG" or "ALLOWED_HOSTS" or "DATABASES" && assignment.Scope is null
            )
        );

    // "DATABASES.default.HOST", "CACHES.default.LOCATION"
    private static bool IsConnection(string name) =>
        name.StartsWith("DATABASES.", StringComparison.Ordinal)
            && name.Split('.') is [_, _, "ENGINE" or "HOST" or "PORT" or "NAME" or "USER" or "PASSWORD"]
        || (name.StartsWith("CACHES.", StringComparison.Ordinal) && name.Split('.') is [_, _, "BACKEND" or "LOCATION"])
        || (name.StartsWith("CHANNEL_LAYERS.", StringComparison.Ordinal) && name.EndsWith(".hosts", StringComparison.Ordinal));

    // A list gives one setting for each of its values.
    private static void AddValues(CodeReading reading, string name, TokenRange value, SourceSpan span)
    {
        if (
            !(reading.Trees.IsOpen(value.First, Brackets.Square) || reading.Trees.IsOpen(value.First, Brackets.Paren))
            || reading.Trees.After(value.First) < value.End
        )
        {
            reading.Settings.Add(new FrameworkSetting(name, reading.Value(value), span));
            return;
        }

        foreach (var part in reading.Trees.Split(reading.Trees.Inside(value.First), ","))
        {
            reading.Settings.Add(new FrameworkSetting(name, reading.Value(part), reading.Syntax.Span(part)));
        }
    }
}
