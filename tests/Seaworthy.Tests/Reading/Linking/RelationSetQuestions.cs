using Seaworthy.Model;
using Seaworthy.Reading.Linking;

namespace Seaworthy.Tests.Reading.Linking;

/// <summary>A relation set is asked as a deployment asks it.</summary>
internal static class RelationSetQuestions
{
    public static IReadOnlyList<T> All<T>(this RelationSet relations, Deployment known)
        where T : class => (IReadOnlyList<T>)relations.All(typeof(T), known);
}
