using Seaworthy.Model.Declared.GitLab;

namespace Seaworthy.Reading.Linking.Pipelines;

/// <summary>What a job of GitLab takes over from the templates that it extends: what it says itself wins, and of several templates the last one.</summary>
/// <remarks>Source: GitLab Docs, "CI/CD YAML syntax reference", extends.</remarks>
internal static class GitLabTemplates
{
    public static T? Inherited<T>(GitLabJob job, Func<string, GitLabJob?> find, Func<GitLabJob, T?> take)
        where T : class
    {
        HashSet<string> seen = new(StringComparer.Ordinal);
        Stack<GitLabJob> open = new([job]);
        while (open.TryPop(out var candidate))
        {
            if (take(candidate) is { } found)
            {
                return found;
            }

            // The last template is pushed last and popped first.
            foreach (var parent in candidate.Extends.Where(parent => seen.Add(parent.Value)))
            {
                if (find(parent.Value) is { } template)
                {
                    open.Push(template);
                }
            }
        }

        return null;
    }
}
