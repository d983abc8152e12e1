using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Stores;

/// <summary>Addresses with which the driver makes a database that is not there, if its user may: root may, the user that MYSQL_USER names may not.</summary>
/// <remarks>Sources: MySQL Connector/J, "Connection", <c>createDatabaseIfNotExist</c>; MariaDB Connector/J, "Optional URL parameters"; Docker Hub, mysql, MYSQL_USER.</remarks>
internal static class MakesItself
{
    private const string Option = "createDatabaseIfNotExist=true";

    /// <summary>Written in the address, or in the property into which the variable is put.</summary>
    public static bool Asks(Workload caller, SuppliedVariable address) =>
        Holds(address.Value.Outline)
        || caller
            .Components.SelectMany(component => component.Properties)
            .SelectMany(file => file.All)
            .Any(property => Holds(property.Value.Raw) && property.Value.Variables.Any(part => part.Variable == address.Name));

    private static bool Holds(string? text) => text?.Contains(Option, StringComparison.OrdinalIgnoreCase) is true;
}
