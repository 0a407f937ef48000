namespace CovidSchoolReporting.Infrastructure.Delivery;

/// <summary>A try came to nothing, or its outcome is unknown. The message names the kind of failure and holds no personal datum.</summary>
internal sealed class DeliveryFailedException(string message, Exception? cause = null) : Exception(message, cause);
