using Seaworthy.Model.Declared.Code;
using Seaworthy.Reading.Formats.Code;

namespace Seaworthy.Reading.Code.JavaScript;

/// <summary>Clients with a base URL that a file makes: <c>axios.create({ baseURL })</c>, <c>ky.create({ prefixUrl })</c>, <c>got.extend</c>. The base URL becomes the constant <c>client.baseURL</c>.</summary>
internal sealed class HttpClients
{
    private readonly HashSet<string> names = new(StringComparer.Ordinal);

    public static HttpClients In(CodeReading reading)
    {
        HttpClients clients = new();
        foreach (
            var call in reading.Syntax.Calls.Where(call =>
                call.Path
                    is "axios.create"
                        or "ky.create"
                        or "got.extend"
                        or "Axios.create"
                        or "axios.default.create"
                        or "ofetch.create"
                        or "$fetch.create"
            )
        )
        {
            clients.Add(reading, call);
        }

        // "axios.defaults.baseURL = …" holds for the library itself.
        foreach (
            var assignment in reading.Syntax.Assignments.Where(assignment =>
                assignment.Name.EndsWith(".defaults.baseURL", StringComparison.Ordinal)
            )
        )
        {
            var name = assignment.Name[..assignment.Name.IndexOf('.', StringComparison.Ordinal)];
            reading.Constants.Add(
                new CodeConstant(name + ".baseURL", reading.Value(assignment.Value, assignment.Scope), true, assignment.Span)
            );
        }

        return clients;
    }

    public bool Contains(string owner) => names.Contains(owner);

    private void Add(CodeReading reading, CodeCall call)
    {
        var owner = reading.AssignedAt(call.First);
        var name = owner?.Name ?? "default";
        names.Add(name);
        var options = call.Positional(0) is { } argument ? reading.Syntax.Members(argument.Value) : [];
        if (options.FirstOrDefault(option => option.Name is "baseURL" or "prefixUrl") is { } url)
        {
            reading.Constants.Add(
                new CodeConstant(
                    name + ".baseURL",
                    reading.Value(url.Value, call.Scope),
                    owner?.IsExported == true || reading.IsExported(name),
                    reading.Syntax.Span(new TokenRange(url.Token, url.Value.End))
                )
            );
        }
    }
}
