using System.Collections;
using System.Collections.Concurrent;
using System.Reflection;
using Seaworthy.Model.Source;
using Xunit;

namespace Seaworthy.Fuzz;

/// <summary>Every place in a record, and in the records it holds, lies inside the file.</summary>
internal static class Places
{
    private const int Depth = 6;
    private const int Items = 20;

    private static readonly ConcurrentDictionary<Type, IReadOnlyList<PropertyInfo>> Properties = new();

    public static void AreInside(object value, int length) => Check(value, length, 0);

    private static void Check(object value, int length, int depth)
    {
        switch (value)
        {
            case SourceSpan span:
                Assert.True(
                    span.Start >= 0 && span.Length >= 0 && span.End <= length,
                    $"{span.Start}+{span.Length} lies outside a file of {length} characters"
                );
                break;
            case string or SourceFile:
                break;
            case var _ when depth > Depth || value.GetType().IsPrimitive || value.GetType().IsEnum:
                break;
            case IEnumerable list:
                foreach (var item in list.Cast<object?>().Take(Items).OfType<object>())
                {
                    Check(item, length, depth + 1);
                }

                break;
            default:
                foreach (var property in Properties.GetOrAdd(value.GetType(), Holding))
                {
                    if (property.GetValue(value) is { } inner)
                    {
                        Check(inner, length, depth + 1);
                    }
                }

                break;
        }
    }

    private static IReadOnlyList<PropertyInfo> Holding(Type type) =>
        type.Namespace?.StartsWith("Seaworthy", StringComparison.Ordinal) == true
            ?
            [
                .. type.GetProperties()
                    .Where(property => property.GetIndexParameters().Length == 0)
                    .Where(property =>
                        !property.PropertyType.IsPrimitive && !property.PropertyType.IsEnum && property.PropertyType != typeof(string)
                    ),
            ]
            : [];
}
